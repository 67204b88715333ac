import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './store.ts'

/** One of the people who are expected, as stored. */
export interface ExpectedPerson {
  readonly role: number
  readonly partyType: PartyType
  readonly sealed: Buffer
  readonly locale: Locale
  readonly agreedAt: Date | null
  /** Whether it was asked of this very time if they still come, and when they said yes. */
  readonly asked: boolean
  readonly comingAt: Date | null
  readonly care: Buffer | null
}

/** An appointment as the desk expects it: at the time in force, which during a move is the old one. */
export interface Expected {
  readonly id: string
  readonly code: AppointmentCode
  readonly officeId: string
  readonly service: Service
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly slotId: number
  readonly status: AppointmentStatus
  readonly heldUntil: Date | undefined
  readonly isMoving: boolean
  readonly caseId: string | null
  /** The list of materials it was booked under. */
  readonly ruleSetId: string | null
  readonly certWindowEnd: CalendarDate | null
  /** The days on which it stays good after one that could not be held, and on which of them its people came. */
  readonly pass:
    | { readonly from: CalendarDate; readonly until: CalendarDate; readonly usedOn: CalendarDate | null }
    | undefined
  readonly people: readonly ExpectedPerson[]
}

// SAFETY: the key of the question "still coming?" is made by lib/booking/coming.sql.ts; another slot is another question.
const expected = (condition: string) => `
SELECT a.id, a.code, a.office_id AS "officeId", a.service, s.date::text AS date, s.start_time AS "startTime",
  s.end_time AS "endTime", s.id AS "slotId", a.status, a.held_until AS "heldUntil",
  a.previous_slot_id IS NOT NULL AS "isMoving", a.case_id AS "caseId", a.rule_set_id AS "ruleSetId", c.cert_window_end::text AS "certWindowEnd",
  p.role, p.party_type AS "partyType", p.sealed, p.locale, p.agreed_at AS "agreedAt", m.id IS NOT NULL AS asked,
  p.coming_at AS "comingAt", p.care,
  CASE WHEN o.until IS NOT NULL THEN json_build_object('from', o."from", 'until', o.until, 'usedOn', o.used_on) END AS pass
FROM appointment a
JOIN slot s ON s.id = COALESCE(a.previous_slot_id, a.slot_id)
JOIN party p ON p.appointment_id = a.id
LEFT JOIN divorce_case c ON c.id = a.case_id
LEFT JOIN open_pass o ON o.appointment_id = a.id
LEFT JOIN outbox_message m ON m.dedupe = 'still-coming:' || a.id || ':' || s.id || ':' || p.role
WHERE a.anonymised_at IS NULL AND ${condition}
ORDER BY s.date, s.start_time, a.code, p.role`

const OF_DAYS =
  expected(`COALESCE(o.used_on, s.date) BETWEEN $2 AND $3 AND a.status NOT IN ('declined', 'expired', 'cancelled') AND a.id IN (
  SELECT n.id FROM slot d JOIN appointment n ON n.slot_id = d.id WHERE d.office_id = $1 AND d.date BETWEEN $2 AND $3
  UNION
  SELECT n.id FROM appointment n JOIN slot d ON d.id = n.previous_slot_id
  WHERE n.status = 'awaiting-partner' AND n.office_id = $1 AND d.date BETWEEN $2 AND $3
  UNION
  SELECT u.appointment_id FROM open_pass u WHERE u.office_id = $1 AND u.used_on BETWEEN $2 AND $3)`)

const BY_CODE = expected('a.code = $1')

const BY_ID = expected('a.id = $1')

const OF_PEOPLE = expected(`s.date BETWEEN $2 AND $3
  AND a.id IN (SELECT appointment_id FROM party WHERE person_index = ANY($1::bytea[]))`)

type Row = Omit<Expected, 'people'> & ExpectedPerson

/** What an office expects on these days, by time; without what has come to nothing. */
export async function readExpected(
  database: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<Expected[]> {
  const values = [wish.officeId, wish.from, wish.until]
  return grouped((await database.query<Row>({ name: 'expected of days', text: OF_DAYS, values })).rows)
}

/** The appointment of a code, whatever became of it. */
export async function findExpected(
  database: Queryable,
  code: AppointmentCode,
): Promise<Expected | undefined> {
  return grouped(
    (await database.query<Row>({ name: 'expected by code', text: BY_CODE, values: [code] })).rows,
  )[0]
}

/** The appointment of an id. */
export async function findExpectedById(database: Queryable, id: string): Promise<Expected | undefined> {
  return grouped((await database.query<Row>({ name: 'expected by id', text: BY_ID, values: [id] })).rows)[0]
}

/** All appointments of people between two days, at whichever office and whatever became of them. */
export async function readExpectedOf(
  database: Queryable,
  wish: { readonly indexes: readonly Buffer[]; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<Expected[]> {
  return grouped((await database.query<Row>(OF_PEOPLE, [wish.indexes, wish.from, wish.until])).rows)
}

function grouped(rows: readonly Row[]): Expected[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) =>
    own[0] ? [{ ...facts(own[0]), people: own.map(person) }] : [],
  )
}

function facts(row: Row): Omit<Expected, 'people'> {
  const { role, partyType, sealed, locale, agreedAt, asked, comingAt, care, ...rest } = row
  return { ...rest, heldUntil: rest.heldUntil ?? undefined, pass: rest.pass ?? undefined }
}

function person(row: Row): ExpectedPerson {
  const { role, partyType, sealed, locale, agreedAt, asked, comingAt, care } = row
  return { role, partyType, sealed, locale, agreedAt, asked, comingAt, care }
}

/** Its people came on this day of those on which it stays good. */
export async function markPass(
  database: Queryable,
  { appointmentId, on }: { readonly appointmentId: string; readonly on: CalendarDate },
): Promise<void> {
  await database.query('UPDATE open_pass SET used_on = $2 WHERE appointment_id = $1', [appointmentId, on])
}

/** How many with an open booking came today, and how many the office expects on one day; undefined where no such booking is good today. */
export async function countPasses(
  database: Queryable,
  officeId: string,
  on: CalendarDate,
): Promise<{ readonly came: number; readonly limit: number | null } | undefined> {
  const { rows } = await database.query<{ open: number; came: number; limit: number | null }>(
    `SELECT count(*)::int AS open, min(c.daily_limit) AS limit, count(*) FILTER (WHERE EXISTS (
       SELECT FROM ticket t WHERE t.appointment_id = p.appointment_id AND t.date = $2 AND t.state <> 'undone'))::int AS came
     FROM open_pass p JOIN capacity_change c ON c.id = p.change_id
     WHERE p.office_id = $1 AND $2 BETWEEN p."from" AND p.until`,
    [officeId, on],
  )
  return rows[0]?.open ? rows[0] : undefined
}
