import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { ArriveForm } from './arrive-form.tsx'
import { type StepActions, StepForms } from './step-forms.tsx'

/** The couple that was chosen: who they are, what to know, what can be done now. */
export async function EntryPanel({
  entry,
  windows,
  window,
  actions,
}: {
  entry: DayEntry
  windows: readonly string[]
  window: string | undefined
  actions: StepActions
}) {
  const t = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const { ticket, code, people, flags, startTime } = entry
  const isComplete = entry.present === entry.expected
  const mayArrive = code && entry.status === 'confirmed' && !isComplete
  return (
    <section className="grid content-start gap-3" aria-labelledby="chosen">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="chosen" className="mb-0">
          {ticket ? `${ticketNumber(ticket)}　` : ''}
          {serviceName(locale, entry.service)}
        </h2>
        {ticket?.window ? <Tag tone="accent">{ticket.window}</Tag> : null}
      </div>
      <p className="text-small text-ink-soft tabular-nums">
        {startTime ?? t('panel.walkIn')}
        {code ? `　${t('panel.code')} ${groupedCode(code)}` : ''}
      </p>
      <ul className="grid gap-1">
        {people.map(({ role, name, here }) => (
          <li key={role} className="flex items-center gap-2">
            <b>{name || '—'}</b>
            <Tag tone={here ? 'ok' : 'plain'}>{t(here ? 'panel.here' : 'panel.notHere')}</Tag>
          </li>
        ))}
      </ul>
      {flags.separate ? <Notice tone="warn" title={t('panel.separate')} /> : null}
      {flags.certWindowEnd ? (
        <p className="text-small">
          {t('panel.certWindowEnd', { day: dayText(locale, flags.certWindowEnd) })}
        </p>
      ) : null}
      {mayArrive ? <ArriveForm code={code} people={people} action={actions.arrive} /> : null}
      {ticket ? <StepForms ticket={ticket} windows={windows} window={window} actions={actions} /> : null}
    </section>
  )
}
