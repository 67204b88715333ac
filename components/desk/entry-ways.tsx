import { getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { needsReason } from '#lib/domain/outcome.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { isAtWindow } from '#lib/domain/ticket.ts'
import { StepLink } from './step-link.tsx'

/** What leads on from a visit: its papers in print, and for a divorce the case behind it. */
export async function EntryWays({
  entry,
  caseId,
  acts,
}: {
  entry: DayEntry
  caseId: string | undefined
  acts: readonly StaffAct[]
}) {
  const t = await getTranslations('counter.ways')
  const { ticket, service, code } = entry
  if (!ticket) return null
  const isHere = isAtWindow(ticket.state) || ticket.state === 'parked'
  const hasNo = ticket.outcome !== undefined && needsReason(ticket.outcome)
  const hasMissing = (ticket.materials?.missing.length ?? 0) > 0
  const isApplying = service === 'DIVORCE_APPLICATION' && isHere && !caseId
  return (
    <div className="grid gap-2 empty:hidden">
      {isApplying && acts.includes('accept-application') ? (
        <StepLink href={acceptanceForm(code)} hotkey="h">
          {t('accept')}
        </StepLink>
      ) : null}
      {caseId && acts.includes('see-cases') ? (
        <StepLink href={`/desk/cases/${caseId}`} hotkey="h">
          {t('case')}
        </StepLink>
      ) : null}
      {acts.includes('review-papers') && hasMissing ? (
        <StepLink href={`/desk/tickets/${ticket.id}/missing`} hotkey="i">
          {t('missing')}
        </StepLink>
      ) : null}
      {acts.includes('record-outcome') && hasNo ? (
        <StepLink href={`/desk/tickets/${ticket.id}/refusal`} hotkey="o">
          {t('refusal')}
        </StepLink>
      ) : null}
    </div>
  )
}

/** Where an accepted application is written down; with the code the form knows the two. */
export function acceptanceForm(code: string | undefined): string {
  return `/desk/cases/new${code ? `?${new URLSearchParams({ code })}` : ''}`
}
