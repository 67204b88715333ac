import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import type { PastedNotice } from '#lib/office/import-notice.ts'
import { adoptNotice } from './adopt-notice.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/**
 * Enters a notice of the State Council that was looked at before (`previewCalendar`): the calendar of its year, the dates
 * of open cases with their people told, slots and kept seats. A notice is the whole nation's: whoever keeps the calendar of
 * their own place may enter it, and who did is on the record. Tells how many days changed and how many cases moved.
 */
export async function importCalendar(
  pool: Pool,
  wish: PastedNotice & {
    readonly actor: StaffActor
    /** Where they sit. */
    readonly at: string
    readonly now: Date
  },
): Promise<Result<{ readonly changed: number; readonly moved: number }>> {
  const { actor, at, now, ...notice } = wish
  const refusal = await refuseAtOffice(actor, 'import-calendar', at)
  if (refusal) return refusal
  const adopted = await adoptNotice(pool, { ...notice, by: actor.id, now })
  if (!adopted.ok) return adopted
  const [changed, moved] = [adopted.value.changes.length, adopted.value.movedCases.length]
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'calendar-imported',
    subjectKind: 'calendar',
    subjectId: String(notice.year),
    detail: { source: notice.source.trim(), changed, moved },
  })
  return accept({ changed, moved })
}
