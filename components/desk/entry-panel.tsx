import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { Checklist } from '#lib/domain/checklist.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Outcome } from '#lib/domain/outcome.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { type TicketMark, ticketNumber } from '#lib/domain/ticket.ts'
import type { WaitEstimate } from '#lib/domain/waiting-estimate.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import type { Act } from './act-form.tsx'
import { ArriveForm } from './arrive-form.tsx'
import { EntryHistory } from './entry-history.tsx'
import { EntryPeople } from './entry-people.tsx'
import { EntryWait } from './entry-wait.tsx'
import { EntryWays } from './entry-ways.tsx'
import { MissForm } from './miss-form.tsx'
import { PaperChecks } from './paper-checks.tsx'
import type { Revealed } from './reveal-form.tsx'
import { RevealMenu } from './reveal-menu.tsx'
import { type StepActions, StepForms } from './step-forms.tsx'
import { UndoOneForm } from './undo-one-form.tsx'

interface EntryActions extends StepActions {
  readonly tick: Act
  readonly miss: Act
  readonly undoOne: Act
  readonly reveal: (before: Revealed | undefined, form: FormData) => Promise<Revealed>
}

interface Detail {
  readonly documents: readonly { readonly role: number; readonly documentNumber: string }[]
  readonly papers: Checklist | undefined
  readonly history: readonly {
    readonly at: Date
    readonly event: TicketMark
    readonly window: string | undefined
    readonly toComplete: Outcome | undefined
  }[]
  readonly caseId: string | undefined
}

/** The couple that was chosen: who they are, what to know, what can be done now. */
export async function EntryPanel({
  entry,
  detail,
  wait,
  windows,
  window,
  acts,
  isBegun,
  actions,
}: {
  entry: DayEntry
  detail: Detail
  wait: WaitEstimate | undefined
  windows: readonly string[]
  window: string | undefined
  /** What the one at the desk may do in this office. */
  acts: readonly StaffAct[]
  /** Whether the time of the appointment has begun. */
  isBegun: boolean
  actions: EntryActions
}) {
  const t = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const { ticket, code, people, flags, startTime, status } = entry
  const isComplete = entry.present === entry.expected
  const mayArrive =
    code && !isComplete && (status === 'confirmed' || status === 'no-show') && acts.includes('record-arrival')
  // Of people who walked in there is a name, or nothing.
  const hasPerson = code !== undefined || people.some(({ name }) => name !== '')
  const isMissable = !ticket && status === 'confirmed' && isBegun && acts.includes('record-no-show')
  const isVoidable = !ticket && status === 'no-show' && acts.includes('void-no-show')
  return (
    <section className="grid content-start gap-3" aria-labelledby="chosen">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="chosen" className="mb-0">
          {ticket ? `${ticketNumber(ticket)}　` : ''}
          {serviceName(locale, entry.service)}
        </h2>
        {ticket?.window ? <Tag tone="accent">{t('panel.window', { window: ticket.window })}</Tag> : null}
      </div>
      <p className="text-small text-ink-soft tabular-nums">
        {startTime ?? t('panel.walkIn')}
        {code ? `　${t('panel.code')} ${groupedCode(code)}` : ''}
      </p>
      <EntryPeople people={people} documents={detail.documents} />
      {flags.separate ? <Notice tone="warn" title={t('panel.separate')} /> : null}
      {flags.proxy ? <Notice tone="warn" title={(await getTranslations('proxy'))('note')} /> : null}
      {flags.certWindowEnd ? (
        <p className="text-small">
          {t('panel.certWindowEnd', { day: dayText(locale, flags.certWindowEnd) })}
        </p>
      ) : null}
      {ticket?.state === 'waiting' && isComplete ? <EntryWait wait={wait} /> : null}
      {mayArrive ? (
        <ArriveForm
          key={entry.present}
          code={code}
          service={entry.service}
          people={people}
          action={actions.arrive}
        />
      ) : null}
      {isMissable ? <MissForm entry={entry} mode="submit" action={actions.miss} /> : null}
      {isVoidable ? <MissForm entry={entry} mode="void" action={actions.miss} /> : null}
      {ticket && detail.papers && acts.includes('review-papers') ? (
        <PaperChecks ticket={ticket} papers={detail.papers} people={people} action={actions.tick} />
      ) : null}
      <EntryWays entry={entry} caseId={detail.caseId} acts={acts} />
      {ticket && acts.includes('call-ticket') ? (
        <StepForms ticket={ticket} windows={windows} window={window} actions={actions} />
      ) : null}
      {acts.includes('record-arrival') ? <UndoOneForm entry={entry} action={actions.undoOne} /> : null}
      {hasPerson && acts.includes('reveal-person') ? (
        <RevealMenu entry={entry} action={actions.reveal} />
      ) : null}
      <EntryHistory history={detail.history} />
    </section>
  )
}
