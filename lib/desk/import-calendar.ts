import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { NoticeDecision } from '#lib/domain/notice-choice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import type { PastedNotice } from '#lib/office/import-notice.ts'
import { adoptNotice } from './adopt-notice.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/**
 * Enters a notice of the State Council that was looked at before (`previewCalendar`): the calendar of its year, the dates
 * of open cases with their people told, slots and kept seats. A notice is the whole nation's: whoever keeps the calendar of
 * their own place may enter it, and who did is on the record. What was chosen for the couples who lose their day goes with
 * it; refused as in `changeByNotice`. Tells the notice, how many days changed and how many cases moved.
 */
export async function importCalendar(
  pool: Pool,
  wish: PastedNotice & {
    readonly actor: StaffActor
    /** Where they sit. */
    readonly at: string
    /** Of the couples as they were looked at (`previewCalendar`, `offices.hash`). */
    readonly pictureHash: string
    readonly decision: NoticeDecision
    readonly approvalId?: string | undefined
    readonly now: Date
  },
): Promise<Result<{ readonly noticeId: string; readonly changed: number; readonly moved: number }>> {
  const { actor, at, now, pictureHash, decision, approvalId, ...notice } = wish
  const refusal = await refuseAtOffice(actor, 'import-calendar', at)
  if (refusal) return refusal
  const adopted = await adoptNotice(pool, {
    ...notice,
    by: actor.id,
    verdict: { actor, pictureHash, decision, approvalId },
    now,
  })
  if (!adopted.ok) return adopted
  const { noticeId, couples } = adopted.value
  const [changed, moved] = [adopted.value.changes.length, adopted.value.movedCases.length]
  const chosen = couples > 0 ? { choice: decision.choice, couples } : {}
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'calendar-imported',
    subjectKind: 'calendar',
    subjectId: String(notice.year),
    detail: { source: notice.source.trim(), changed, moved, ...chosen },
  })
  return accept({ noticeId, changed, moved })
}
