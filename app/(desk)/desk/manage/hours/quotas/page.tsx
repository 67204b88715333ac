import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EnterButton } from '#components/capacity/enter-button.tsx'
import { FormStep } from '#components/capacity/form-step.tsx'
import { QuotaFields } from '#components/capacity/quota-fields.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readQuotas, typeQuota } from '#lib/domain/quota-input.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { quotaField } from '#lib/format/hours-field.ts'
import { type Search, saidOf } from '../../said.ts'
import { sayWrong } from '../../say-wrong.ts'
import { withSearch } from '../../week/week-address.ts'
import { proposeQuotas } from '../actions.ts'
import { readQuotaForm } from './quota-form.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.quota'))('title') }
}

/** All limits of an office beside its windows: of a service, a room, the hall, a channel. */
export default async function QuotasPage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('edit-hours', asked)
  const now = new Date()
  const today = shanghaiToday(now)
  const shown = await showHours(pool(), { actor, officeId: office.id, now })
  if (!shown.ok) forbidden()
  const { lanes, quotas: known, channels } = shown.value
  const t = await getTranslations('hours.quota')
  const hours = await getTranslations('hours')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const sent = readQuotaForm(said, today)
  const typed = sent ?? known.map(typeQuota)
  const isJudged = sent !== undefined && (said.get('do') ?? 'look') === 'look'
  const { errors } = readQuotas(typed, { known, today, newId: () => '' })
  const { summary, wrong } = sayWrong(locale, { found: isJudged ? errors : [], said, nameOf: quotaField })
  const services = SERVICES.filter((one) => lanes.some((lane) => lane.services.includes(one)))
  return (
    <DeskWork
      title={t('title')}
      back={{ href: withSearch('/desk/manage/hours', { office: asked }), text: hours('back') }}
    >
      <ErrorSummary title={common('errorTitle')} errors={summary} />
      <p className="mb-3 max-w-3xl text-small text-ink-soft">{t('lead')}</p>
      <form method="get" action="/desk/manage/hours/quotas" noValidate className="grid gap-4">
        <EnterButton name="do" value="look" />
        <input type="hidden" name="count" value={typed.length} />
        {asked ? <input type="hidden" name="office" value={asked} /> : null}
        {typed.length === 0 ? <Notice title={t('none')} /> : null}
        {typed.map((quota, index) => (
          <QuotaFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a new limit is nothing but its place in the form
            key={`${index} ${typed.length}`}
            index={index}
            quota={quota}
            choices={{ services, lanes, channels }}
            locale={locale}
            wrong={wrong}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" formAction={proposeQuotas} wide={false}>
            {hours('form.propose')}
          </Button>
          <FormStep value="add">{t('add')}</FormStep>
        </div>
        <p className="text-small text-ink-soft">{hours('form.proposeHint')}</p>
      </form>
    </DeskWork>
  )
}
