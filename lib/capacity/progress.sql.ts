import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CapacityChange, ChangeChoice, ChangedState } from '#lib/domain/capacity-change.ts'
import type { DayPlaces } from '#lib/domain/change-picture.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import type { Queryable } from './plan.sql.ts'

/** A change as it was made, with how far it has come. */
export interface MadeChange {
  readonly id: string
  readonly officeId: string
  readonly change: CapacityChange
  readonly choice: ChangeChoice
  readonly reason: LocalizedText | null
  readonly picture: { readonly days: readonly DayPlaces[]; readonly couples: number }
  readonly answerBy: Date | null
  readonly until: CalendarDate | null
  readonly madeBy: string
  readonly madeAt: Date
  readonly doneAt: Date | null
  /** How many couples are in each state. */
  readonly states: Readonly<Partial<Record<ChangedState, number>>>
}

const MADE = `
SELECT c.id, c.office_id AS "officeId", c.change, c.choice, c.reason, c.picture, c.answer_by AS "answerBy",
  c.until::text AS until, COALESCE(m.name, '') AS "madeBy", c.made_at AS "madeAt", c.done_at AS "doneAt",
  COALESCE((SELECT json_object_agg(n.state, n.count) FROM (
    SELECT state, count(*)::int AS count FROM changed_appointment WHERE change_id = c.id GROUP BY state) n), '{}') AS states
FROM capacity_change c LEFT JOIN staff m ON m.id = c.made_by`

/** The changes of an office, the latest first. */
export async function readChanges(
  queryable: Queryable,
  officeId: string,
  most: number,
): Promise<MadeChange[]> {
  const { rows } = await queryable.query<MadeChange>(
    `${MADE} WHERE c.office_id = $1 ORDER BY c.made_at DESC LIMIT $2`,
    [officeId, most],
  )
  return rows
}

export async function readChange(queryable: Queryable, id: string): Promise<MadeChange | undefined> {
  const { rows } = await queryable.query<MadeChange>(`${MADE} WHERE c.id = $1`, [id])
  return rows[0]
}

/** A couple of a change: which time it had, what became of it. */
export interface ChangedRow {
  readonly appointmentId: string
  readonly code: AppointmentCode
  readonly service: Service
  readonly state: ChangedState
  readonly latest: CalendarDate | null
  readonly hasContact: boolean
  readonly from: SlotTime
  readonly to: SlotTime | null
  readonly phonedAt: Date | null
  readonly people: readonly { readonly role: number; readonly sealed: Buffer }[]
}

/** The couples of a change in order; or only those to phone: without a time, or whom no message reaches. */
export async function readCouples(
  queryable: Queryable,
  changeId: string,
  { onlyToPhone }: { readonly onlyToPhone: boolean },
): Promise<ChangedRow[]> {
  const { rows } = await queryable.query<
    Omit<ChangedRow, 'people'> & { sealed1: Buffer; sealed2: Buffer | null }
  >(COUPLES, [changeId, onlyToPhone])
  return rows.map(({ sealed1, sealed2, ...row }) => ({
    ...row,
    people: [{ role: 1, sealed: sealed1 }, ...(sealed2 ? [{ role: 2, sealed: sealed2 }] : [])],
  }))
}

const TIME = (slot: string) =>
  `json_build_object('date', ${slot}.date, 'startTime', ${slot}.start_time, 'endTime', ${slot}.end_time)`

const COUPLES = `
SELECT d.appointment_id AS "appointmentId", a.code, a.service, d.state, d.latest::text AS latest, d.has_contact AS "hasContact",
  ${TIME('f')} AS "from", CASE WHEN t.id IS NOT NULL THEN ${TIME('t')} END AS "to", d.phoned_at AS "phonedAt",
  p.sealed AS sealed1, q.sealed AS sealed2
FROM changed_appointment d JOIN appointment a ON a.id = d.appointment_id JOIN slot f ON f.id = d.from_slot_id
LEFT JOIN slot t ON t.id = CASE d.state WHEN 'offered' THEN d.slot_id WHEN 'moved' THEN d.slot_id WHEN 'chose-other' THEN a.slot_id END
JOIN party p ON p.appointment_id = a.id AND p.role = 1
LEFT JOIN party q ON q.appointment_id = a.id AND q.role = 2
WHERE d.change_id = $1 AND a.anonymised_at IS NULL AND (NOT $2 OR d.state = 'unmovable' OR (NOT d.has_contact AND d.state <> 'kept'))
ORDER BY d.position`

/** Somebody has phoned this couple, or takes that back; false when it is none of the change. */
export async function markPhoned(
  queryable: Queryable,
  mark: { readonly changeId: string; readonly appointmentId: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `UPDATE changed_appointment SET phoned_at = $3, phoned_by = $4 WHERE change_id = $1 AND appointment_id = $2`,
    [mark.changeId, mark.appointmentId, mark.at, mark.by],
  )
  return rowCount === 1
}

/** Those without a time are looked at once more. */
export async function waitAgain(queryable: Queryable, changeId: string): Promise<number> {
  const { rowCount } = await queryable.query(
    `WITH again AS (UPDATE changed_appointment SET state = 'waiting' WHERE change_id = $1 AND state = 'unmovable' RETURNING 1),
     open AS (UPDATE capacity_change SET done_at = NULL WHERE id = $1 AND EXISTS (SELECT FROM again))
     SELECT FROM again`,
    [changeId],
  )
  return rowCount ?? 0
}
