import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckBox } from '#components/ui/check-box.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import { factsOfService, isService } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { tellPeople, turnScreen } from '../actions.ts'
import type { CounterForm } from '../counter-form.ts'
import { PersonFieldset } from '../person-fieldset.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.people'))('title') }
}

/** Who they are, as on their documents; checked like online. */
export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const staff = await requireStaff('book-for-couple')
  const { service, slot, wrong } = await searchParams
  const now = new Date()
  const facts = slot ? await findSlotFacts(pool(), Number(slot) || 0, now) : undefined
  if (!service || !isService(service) || !slot || !facts) redirect('/desk/book')
  const t = await getTranslations('front.people')
  const turned = await getTranslations('turned')
  const common = await getTranslations('common')
  const field = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const typed = await readTyped<CounterForm>('counter', staff)
  const read = wrong && typed ? readParties(typed.parties, shanghaiToday(now)) : undefined
  const errors = read && !read.ok ? (read.errors ?? []) : []
  const { parties: count } = factsOfService(service)
  // Both may lack the same: each is told with its name and whose it is.
  const told = (path: string, text: string) => {
    const [, index, name = ''] = path.split('.')
    if (!t.has(name)) return text
    const whose = count === 1 ? '' : `${t(index === '0' ? 'first' : 'second')} `
    return common('errorAt', { where: whose + t(name as never), text })
  }
  const when = `${dayText(locale, facts.date, 'long')} ${facts.startTime}`
  return (
    <DeskPane title={t('title')} lead={t('lead', { service: serviceName(locale, service), when })}>
      <form action={tellPeople} noValidate>
        <ErrorSummary
          title={common('errorTitle')}
          errors={errors.map(({ path, reason }) => ({
            field: path,
            text: told(path, field(reason as never)),
          }))}
        />
        <input type="hidden" name="service" value={service} />
        <input type="hidden" name="slot" value={slot} />
        <div className="grid gap-x-8 md:grid-cols-2">
          {Array.from({ length: count }, (_, index) => (
            <PersonFieldset
              // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second person
              key={index}
              index={index}
              typed={typed?.parties[index]}
              errors={errors}
              legend={t(count === 1 ? 'only' : index === 0 ? 'first' : 'second')}
            />
          ))}
        </div>
        {count === 2 ? (
          <CheckBox
            name="together"
            label={t('together')}
            hint={t('togetherHint')}
            defaultChecked={typed?.together === true}
          />
        ) : null}
        <div className="max-w-xs">
          <SelectField
            name="locale"
            label={t('language')}
            errorPrefix={common('error')}
            defaultValue={typed?.locale || 'zh-CN'}
            options={LOCALES.map((value) => ({ value, text: common(`languages.${value}`) }))}
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" wide={false}>
            {t('submit')}
          </Button>
          <Button type="submit" kind="second" wide={false} formAction={turnScreen}>
            {turned('turn')}
          </Button>
          <a
            className="prose-link inline-flex min-h-11 items-center"
            href={`/desk/book?${new URLSearchParams({ service, day: facts.date })}`}
          >
            {t('otherTime')}
          </a>
        </div>
        <p className="mt-2 text-small text-ink-soft">{turned('turnHint')}</p>
      </form>
    </DeskPane>
  )
}
