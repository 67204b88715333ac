import { takeApproval } from '#lib/approval/take-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { csvText } from '#lib/domain/csv-cell.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { DOWNLOADS, type ExportRequest } from '#lib/domain/people-export.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { exportSheet } from '#lib/format/export-sheet.ts'
import { type Expected, readExpected } from './expected.sql.ts'
import { openGate } from './open-gate.ts'

// Spreadsheets take a file without this mark for the writing of their system.
const MARK = '\ufeff'

/**
 * Draws up a list that was agreed to, for the one who asked, at most three times within a day of the agreement. Who took
 * it, and that each of its people is in it, is on the record before it is handed over; it is kept nowhere.
 */
export async function takeExport(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    /** Of the request. */
    readonly id: string
    /** Where the one who takes it works now. */
    readonly officeId: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<Result<{ readonly name: string; readonly text: string }>> {
  const { actor, id, officeId, locale, now } = wish
  const place = await openGate(pool, wish, 'export-people')
  if ('ok' in place) return place
  return poolTransaction(pool, async (client): Promise<Result<{ name: string; text: string }>> => {
    const scopeId = officeId
    const taken = await takeApproval(client, {
      id,
      kind: 'export',
      scopeId,
      by: actor.id,
      most: DOWNLOADS,
      now,
    })
    if (!taken.ok) return taken
    const { from, until } = taken.value.payload as unknown as ExportRequest
    const found = await readExpected(client, { officeId, from, until })
    const entry = { at: now, actorKind: 'staff', actorId: actor.id, officeId } as const
    await writeEntry(client, {
      ...entry,
      act: 'people-exported',
      subjectKind: 'export',
      subjectId: id,
      detail: { from, until, rows: found.length, reason: taken.value.note, time: taken.value.uses },
    })
    for (const { id: appointmentId } of found)
      await writeEntry(client, {
        ...entry,
        act: 'person-exported',
        subjectKind: 'appointment',
        subjectId: appointmentId,
        detail: { export: id },
      })
    return accept({
      name: `${officeId}-${from}-${until}.csv`,
      text: MARK + csvText(exportSheet(locale, found.map(opened))),
    })
  })
}

function opened(one: Expected) {
  return {
    ...one,
    people: one.people.map(({ role, sealed }) => {
      const { name, phone } = openParty(one.id, role, sealed)
      return { name, phone }
    }),
  }
}
