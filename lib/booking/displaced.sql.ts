import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChangedState, ChangeNews } from '#lib/domain/capacity-change.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'

type Database = Pick<Pool | PoolClient, 'query'>

const TIME = (slot: string) =>
  `json_build_object('date', ${slot}.date, 'startTime', ${slot}.start_time, 'endTime', ${slot}.end_time)`

/** Which of these states leave an appointment without a time that can be held. */
const DISPLACED = `('waiting', 'offered', 'unmovable')`
/** … or in which the booking stays good without one. */
const UNSETTLED = `('waiting', 'offered', 'unmovable', 'stands')`

/** What a change of the office did to an appointment last. */
export interface Displacement {
  readonly changeId: string
  readonly state: ChangedState
  readonly fromSlotId: number
  /** The seat that is kept for them. */
  readonly slotId: number | undefined
  readonly keptTime: SlotTime | undefined
  readonly fromTime: SlotTime
  readonly answerBy: Date | undefined
  readonly reason: LocalizedText | undefined
  /** While the booking stays good without a time. */
  readonly pass: { readonly from: CalendarDate; readonly until: CalendarDate } | undefined
}

/** SQL: what appointment `a` tells of a time that its office cannot hold (`HeldByOffice`). */
export const WHAT_THE_OFFICE_DID = `(SELECT p.until::text FROM open_pass p WHERE p.appointment_id = a.id) AS "openUntil",
  (SELECT count(*)::int FROM changed_appointment d WHERE d.appointment_id = a.id AND d.state IN ('moved', 'chose-other')) AS "officeMoves",
  (SELECT json_build_object('state', d.state, 'slotId', d.slot_id, 'answerBy', d.answer_by,
      'time', CASE WHEN n.id IS NOT NULL THEN ${TIME('n')} END)
    FROM changed_appointment d LEFT JOIN slot n ON n.id = d.slot_id
    WHERE d.appointment_id = a.id AND d.state IN ${DISPLACED} LIMIT 1) AS displaced`

/** The latest change that concerned this appointment, or undefined. */
export async function readDisplacement(
  database: Database,
  appointmentId: string,
): Promise<Displacement | undefined> {
  const { rows } = await database.query({ name: 'displacement', text: READ, values: [appointmentId] })
  const row = rows[0]
  if (!row) return undefined
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as unknown as Displacement
}

const READ = `
SELECT d.change_id AS "changeId", d.state, d.from_slot_id AS "fromSlotId", d.slot_id AS "slotId", d.answer_by AS "answerBy",
  CASE WHEN k.id IS NOT NULL THEN ${TIME('k')} END AS "keptTime", ${TIME('f')} AS "fromTime", c.reason,
  CASE WHEN p.until IS NOT NULL THEN json_build_object('from', p."from", 'until', p.until) END AS pass
FROM changed_appointment d JOIN capacity_change c ON c.id = d.change_id JOIN slot f ON f.id = d.from_slot_id
LEFT JOIN slot k ON k.id = d.slot_id LEFT JOIN open_pass p ON p.appointment_id = d.appointment_id AND p.change_id = d.change_id
WHERE d.appointment_id = $1 ORDER BY c.made_at DESC, c.id LIMIT 1`

/**
 * What its people have chosen themselves ends the open question of the office: tells the seat that was kept for them and is now
 * to be given back by the caller, who has locked its slot.
 */
export async function endDisplacement(
  client: PoolClient,
  appointmentId: string,
  state: Extract<ChangedState, 'chose-other' | 'cancelled'>,
  now: Date,
): Promise<number | undefined> {
  const { rows } = await client.query<{ slotId: number | null }>(
    `WITH was AS (
       SELECT change_id, slot_id, state FROM changed_appointment
       WHERE appointment_id = $1 AND state IN ${UNSETTLED} FOR UPDATE),
     closed AS (DELETE FROM open_pass WHERE appointment_id = $1 AND EXISTS (SELECT FROM was)),
     ended AS (
       UPDATE changed_appointment d SET state = $2, settled_at = $3, slot_id = NULL
       FROM was WHERE d.change_id = was.change_id AND d.appointment_id = $1)
     SELECT slot_id AS "slotId" FROM was WHERE state = 'offered'`,
    [appointmentId, state, now],
  )
  return rows[0]?.slotId ?? undefined
}

/** An appointment that stayed good until a day that is over. */
interface UnusedPass {
  readonly id: string
  readonly officeId: string
  readonly status: 'confirmed'
  readonly slotId: number
  readonly pool: 'public' | 'staff'
  readonly caseId: string | undefined
  readonly until: CalendarDate
}

const MOST_PASSES = 500

/** Those with whom nobody came until their last day, the oldest first. */
export async function listUnusedPasses(database: Database, today: CalendarDate): Promise<UnusedPass[]> {
  const { rows } = await database.query<Omit<UnusedPass, 'caseId'> & { readonly caseId: string | null }>(
    `SELECT a.id, a.office_id AS "officeId", a.status, a.slot_id AS "slotId", a.pool, a.case_id AS "caseId",
       p.until::text AS until
     FROM open_pass p JOIN appointment a ON a.id = p.appointment_id AND a.status = 'confirmed'
     WHERE p.used_on IS NULL AND p.until < $1 ORDER BY p.until, a.id LIMIT $2`,
    [today, MOST_PASSES],
  )
  return rows.map((row) => ({ ...row, caseId: row.caseId ?? undefined }))
}

/** SQL: whether the time of appointment `a` is one that the office cannot hold any more. */
export const IS_DISPLACED = `EXISTS (SELECT FROM changed_appointment d WHERE d.appointment_id = a.id AND d.state IN ${UNSETTLED})`

/** What a letter about a change tells beside the appointment. */
export interface ChangeLetter {
  readonly reason: LocalizedText | null
  readonly times: {
    /** None while no other time holds. */
    readonly date: CalendarDate | undefined
    readonly startTime: ClockTime | undefined
    readonly fromDate?: CalendarDate
    readonly fromTime?: ClockTime
    readonly until?: Date
    readonly untilDate?: CalendarDate
  }
}

const STATES: Readonly<Record<ChangeNews, readonly ChangedState[]>> = {
  'change-offered': ['offered'],
  'change-moved': ['moved', 'chose-other'],
  'change-open': ['stands'],
  'change-sought': ['unmovable'],
  'change-undone': ['kept'],
}

/** The same as it stands now; undefined when it has been overtaken. */
export async function readChangeLetter(
  database: Database,
  appointmentId: string,
  event: ChangeNews,
): Promise<ChangeLetter | undefined> {
  const { rows } = await database.query(CHANGE_LETTER, [appointmentId, STATES[event]])
  const row = rows[0]
  if (!row) return undefined
  const { reason, date, startTime, fromDate, fromTime, until, untilDate } = row
  return {
    reason,
    times: {
      date: date ?? undefined,
      startTime: startTime ?? undefined,
      fromDate,
      fromTime,
      ...(until ? { until } : {}),
      ...(untilDate ? { untilDate } : {}),
    },
  }
}

const CHANGE_LETTER = `
SELECT c.reason, f.date::text AS "fromDate", f.start_time AS "fromTime", k.date::text AS date, k.start_time AS "startTime",
  CASE WHEN d.state = 'offered' THEN d.answer_by END AS until, p.until::text AS "untilDate"
FROM changed_appointment d JOIN capacity_change c ON c.id = d.change_id
JOIN appointment a ON a.id = d.appointment_id JOIN slot f ON f.id = d.from_slot_id
LEFT JOIN slot k ON k.id = CASE d.state WHEN 'offered' THEN d.slot_id WHEN 'stands' THEN NULL WHEN 'unmovable' THEN NULL ELSE a.slot_id END
LEFT JOIN open_pass p ON p.appointment_id = a.id AND p.change_id = c.id
WHERE d.appointment_id = $1 AND d.state = ANY($2::text[]) ORDER BY c.made_at DESC LIMIT 1`
