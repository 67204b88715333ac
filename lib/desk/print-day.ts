import { writeEntry } from '#lib/audit/write-entry.ts'
import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { maskPhone } from '#lib/domain/masking.ts'
import { fieldView } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readExpected } from './expected.sql.ts'
import { listDay } from './list-day.ts'
import { findPlace } from './store.ts'

/** A row of the printed day: the row of the screen, and how its people can be called. */
export interface PrintedRow {
  readonly entry: DayEntry
  /** Masked, in the order of the people; none for people who walked in. */
  readonly phones: readonly string[]
}

/** The day on paper, for a desk without its screens. That it was printed, and how long it was, is on the record. */
export async function printDay(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly date: CalendarDate
    readonly now: Date
  },
): Promise<Result<readonly PrintedRow[]>> {
  const { actor, officeId, date, now } = wish
  const place = await findPlace(pool, officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'print-day', place)
  if (refusal) return refusal
  const listed = await listDay(pool, wish)
  if (!listed.ok) return listed
  const maySee = fieldView(actor.grants, 'phone', place) !== 'hidden'
  const expected = maySee ? await readExpected(pool, { officeId, from: date, until: date }) : []
  const phones = new Map(
    expected.map(({ id, people }) => [
      id,
      people.flatMap(({ role, sealed }) => {
        const { phone } = openParty(id, role, sealed)
        return phone ? [maskPhone(phone)] : []
      }),
    ]),
  )
  const { entries } = listed.value
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'day-printed',
    subjectKind: 'staff',
    subjectId: actor.id,
    officeId,
    detail: { date, rows: entries.length },
  })
  return accept(entries.map((entry) => ({ entry, phones: phones.get(entry.id) ?? [] })))
}
