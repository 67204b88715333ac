import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import type { WaitingStatus, WaitingWish } from '#lib/domain/waiting.ts'

type Database = Pool | PoolClient

/** The seat that is held for a couple, and until when. */
interface SeatOffer {
  readonly seatId: string
  readonly slotId: number
  readonly officeId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly until: Date
}

/** A couple on the waiting list, as stored. */
export interface EntryRecord {
  readonly id: string
  readonly service: Service
  readonly status: WaitingStatus
  readonly personId: string
  readonly locale: Locale
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly endedAt: Date | undefined
  readonly appointmentId: string | undefined
  readonly wishes: readonly (WaitingWish & { readonly ahead: number })[]
  readonly offer: SeatOffer | undefined
}

// Ahead of a couple are those who joined earlier and wish for a seat that it could have as well.
const ENTRY = `
SELECT e.id, e.service, e.status, e.person_id AS "personId", e.locale, e.sealed, e.created_at AS "createdAt",
  e.ended_at AS "endedAt", e.appointment_id AS "appointmentId",
  (SELECT json_agg(json_build_object('officeId', w.office_id, 'from', w."from", 'until', w."until", 'ahead', (
     SELECT count(*) FROM waiting_entry o WHERE o.status = 'waiting' AND o.position < e.position
       AND EXISTS (SELECT FROM waiting_wish ow WHERE ow.entry_id = o.id AND ow.office_id = w.office_id
         AND ow."from" <= w."until" AND ow."until" >= w."from")
       AND EXISTS (SELECT FROM lane l WHERE l.office_id = w.office_id AND ARRAY[e.service, o.service] <@ l.services)
   )) ORDER BY w.position) FROM waiting_wish w WHERE w.entry_id = e.id) AS wishes,
  r.id AS "seatId", r.slot_id AS "slotId", r.office_id AS "officeId", r.offer_until AS "until",
  s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime"
FROM waiting_entry e LEFT JOIN returned_seat r ON r.entry_id = e.id LEFT JOIN slot s ON s.id = r.slot_id`

/** The entry with this id, or undefined. */
export async function findEntry(database: Database, entryId: string): Promise<EntryRecord | undefined> {
  const { rows } = await database.query(`${ENTRY} WHERE e.id = $1`, [entryId])
  return rows.map(entryOf)[0]
}

/** The entry that a link leaves, by the hash of its token. */
export async function findByLeaveHash(database: Database, hash: Buffer): Promise<EntryRecord | undefined> {
  const { rows } = await database.query(`${ENTRY} WHERE e.leave_hash = $1`, [hash])
  return rows.map(entryOf)[0]
}

/** What a person has joined, the latest first. */
export async function listEntries(database: Database, personId: string): Promise<EntryRecord[]> {
  const { rows } = await database.query(`${ENTRY} WHERE e.person_id = $1 ORDER BY e.position DESC LIMIT 20`, [
    personId,
  ])
  return rows.map(entryOf)
}

function entryOf(row: EntryRecord & { [Key in keyof SeatOffer]: SeatOffer[Key] | null }): EntryRecord {
  const { seatId, slotId, officeId, date, startTime, endTime, until, ...entry } = row
  const hasOffer = seatId && slotId && officeId && date && startTime && endTime && until
  return {
    ...entry,
    endedAt: entry.endedAt ?? undefined,
    appointmentId: entry.appointmentId ?? undefined,
    offer: hasOffer ? { seatId, slotId, officeId, date, startTime, endTime, until } : undefined,
  }
}

/** What has to be known of an office to wish for its seats. */
export interface OfficeFacts {
  readonly id: string
  readonly accepts: readonly PartyType[]
  readonly onlineBooking: boolean
  readonly services: readonly Service[]
}

/** The offices with these ids. */
export async function findOffices(database: Database, ids: readonly string[]): Promise<OfficeFacts[]> {
  const { rows } = await database.query<OfficeFacts>(
    `SELECT id, accepts, online_booking AS "onlineBooking",
       ARRAY(SELECT DISTINCT unnest(services) FROM lane WHERE office_id = office.id) AS services
     FROM office WHERE id = ANY($1::text[])`,
    [ids],
  )
  return rows
}

/** Whether one of these people has an appointment for the service ahead. */
export async function haveAppointment(
  database: Database,
  service: Service,
  personIndexes: readonly Buffer[],
): Promise<boolean> {
  const { rowCount } = await database.query(
    'SELECT FROM party WHERE active AND service = $1 AND person_index = ANY($2::bytea[]) LIMIT 1',
    [service, personIndexes],
  )
  return rowCount === 1
}

/** Puts a couple at the end of the line; false when one of them stands in it already. */
export async function insertEntry(
  client: PoolClient,
  entry: Pick<EntryRecord, 'id' | 'service' | 'personId' | 'locale' | 'sealed' | 'createdAt'> & {
    readonly leaveHash: Buffer
    readonly personIndexes: readonly Buffer[]
    readonly wishes: readonly WaitingWish[]
  },
): Promise<boolean> {
  const { id, service, personIndexes, wishes } = entry
  await client.query(
    `INSERT INTO waiting_entry (id, service, status, person_id, locale, sealed, leave_hash, created_at)
     VALUES ($1, $2, 'waiting', $3, $4, $5, $6, $7)`,
    [id, service, entry.personId, entry.locale, entry.sealed, entry.leaveHash, entry.createdAt],
  )
  const { rowCount } = await client.query(
    `INSERT INTO waiting_party (entry_id, role, service, person_index)
     SELECT $1, o, $2, i FROM unnest($3::bytea[]) WITH ORDINALITY AS p(i, o) ORDER BY i ON CONFLICT DO NOTHING`,
    [id, service, personIndexes],
  )
  if (rowCount !== personIndexes.length) return false
  await client.query(
    `INSERT INTO waiting_wish (entry_id, position, office_id, "from", "until")
     SELECT $1, o, w."officeId", w."from", w."until"
     FROM ROWS FROM (json_to_recordset($2::json) AS ("officeId" text, "from" date, "until" date)) WITH ORDINALITY AS w("officeId", "from", "until", o)`,
    [id, JSON.stringify(wishes)],
  )
  return true
}
