import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadDays } from '#app/(couple)/book/date/load-days.ts'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { loadPlaces } from '#app/(couple)/book/place/load-places.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WaitingPage } from '#app/(couple)/waiting/waiting-page.tsx'
import { OfficeChecks } from '#components/rush/office-checks.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { MOST_WISHES } from '#lib/domain/waiting.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { chooseWishes } from './actions.ts'

interface Search {
  readonly searchParams: Promise<{ readonly date?: string; readonly wrong?: string }>
}

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('waiting'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** On which days, and at which offices: the only two questions of the waiting list that a booking does not ask. */
export default async function JoinPage({ searchParams }: Search) {
  const answers = await requireStep('date')
  const { service = 'MARRIAGE', officeId = '', waiting } = answers
  await requireActor('/waiting/join')
  // For a case a seat is kept: nobody has to stand in line.
  if (SERVICE_FACTS[service].needsCase) redirect('/book/date')
  const t = await getTranslations('waiting.join')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const { date, wrong } = await searchParams
  const offer = await loadDays(officeId, service, locale)
  const days = offer.days.filter((day) => day.state === 'full' || day.state === 'open')
  const first = days.find((day) => day.date === date) ?? days.find((day) => day.state === 'full') ?? days[0]
  const last = days.find((day) => day.date === date) ?? days.at(-1)
  if (!first || !last) redirect('/book/date')
  const near = (await getOffice(officeId))?.location
  const { online } = await loadPlaces({ service, within: undefined, near })
  const others = online.filter((office) => office.id !== officeId).slice(0, MOST_WISHES - 1)
  const options = days.map((day) => ({
    value: day.date,
    text: day.state === 'full' ? dayText(locale, day.date) : t('free', { day: dayText(locale, day.date) }),
  }))
  const [own] = waiting ?? []
  const error = wrong ? t('wrongOrder') : undefined
  return (
    <WaitingPage service={service} back={{ href: '/book/date', text: t('back') }}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'until', text: error }] : []} />
      <p className="mb-1 text-small text-ink-soft">{await loadKicker(answers)}</p>
      <h1>{t('title')}</h1>
      <p className="mb-5 text-ink-soft">{t('lead')}</p>
      <form action={chooseWishes} noValidate>
        <SelectField
          name="from"
          label={t('from')}
          errorPrefix={common('error')}
          options={options}
          defaultValue={own?.from ?? first.date}
        />
        <SelectField
          name="until"
          label={t('until')}
          hint={t('untilHint')}
          error={error}
          errorPrefix={common('error')}
          options={options}
          defaultValue={own?.until ?? last.date}
        />
        {others.length > 0 ? (
          <OfficeChecks
            name="office"
            legend={t('offices')}
            hint={t('officesHint')}
            offices={others.map(({ id, name, free }) => ({ id, name, hint: free }))}
            chosen={waiting?.map((wish) => wish.officeId) ?? []}
          />
        ) : null}
        <Button type="submit">{common('continue')}</Button>
      </form>
    </WaitingPage>
  )
}
