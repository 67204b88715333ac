import type { Pool, PoolClient } from 'pg'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { HeldByOffice } from '#lib/domain/held-by-office.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { PARTNER_CODE_TRIES } from '#lib/domain/partner-code.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { WHAT_THE_OFFICE_DID } from './displaced.sql.ts'

type Database = Pool | PoolClient

/** One of the people as stored. */
export interface PartyRecord {
  readonly role: number
  readonly partyType: PartyType
  readonly personIndex: Buffer
  readonly sealed: Buffer
  readonly locale: Locale
  readonly agreedAt: Date | undefined
}

/** An appointment with its time and its people, as stored. */
export interface AppointmentRecord extends HeldByOffice {
  readonly id: string
  readonly code: AppointmentCode
  readonly officeId: string
  readonly slotId: number
  readonly previousSlotId: number | undefined
  /** The time both had agreed to, kept while a move waits for the other. */
  readonly keptTime: SlotTime | undefined
  readonly service: Service
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly endTime: ClockTime
  readonly status: AppointmentStatus
  readonly pool: 'public' | 'staff'
  readonly channelId: string | undefined
  readonly caseId: string | undefined // of a visit for a divorce certificate
  readonly ruleSetId: string | undefined // of the list of materials it keeps
  readonly heldUntil: Date | undefined
  /** Whose word is waited for: the partner's, or after a move the other's. */
  readonly askedRole: number
  readonly partnerCodeHash: Buffer | undefined
  readonly partnerCodeRound: number
  readonly partnerCodeTries: number
  readonly createdAt: Date
  readonly confirmedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly endReason: string | undefined
  readonly moveCount: number
  readonly parties: readonly PartyRecord[]
}

const APPOINTMENT = `
SELECT a.id, a.code, a.office_id AS "officeId", a.slot_id AS "slotId", a.previous_slot_id AS "previousSlotId", a.service,
  s.date::text AS date, s.start_time AS "startTime", s.end_time AS "endTime", a.status, a.pool, a.channel_id AS "channelId", a.case_id AS "caseId", a.rule_set_id AS "ruleSetId",
  a.held_until AS "heldUntil", a.asked_role AS "askedRole",
  a.partner_code_hash AS "partnerCodeHash", a.partner_code_round AS "partnerCodeRound",
  a.partner_code_tries AS "partnerCodeTries", a.created_at AS "createdAt", a.confirmed_at AS "confirmedAt",
  a.ended_at AS "endedAt", a.end_reason AS "endReason", a.move_count AS "moveCount", ${WHAT_THE_OFFICE_DID},
  CASE WHEN k.id IS NOT NULL
    THEN json_build_object('date', k.date, 'startTime', k.start_time, 'endTime', k.end_time) END AS "keptTime"
FROM appointment a JOIN slot s ON s.id = a.slot_id LEFT JOIN slot k ON k.id = a.previous_slot_id`

const PARTIES = `
SELECT appointment_id AS "appointmentId", role, party_type AS "partyType", person_index AS "personIndex", sealed, locale,
  agreed_at AS "agreedAt" FROM party WHERE appointment_id = ANY($1::uuid[]) ORDER BY role`

/** The appointment of a code, or undefined; one that was anonymised is nobody's any more. */
export async function findByCode(
  database: Database,
  code: AppointmentCode,
): Promise<AppointmentRecord | undefined> {
  const found = await database.query(`${APPOINTMENT} WHERE a.code = $1 AND a.anonymised_at IS NULL`, [code])
  return (await withParties(database, found))[0]
}

/** All appointments of a person, the next ones first. */
export async function listByPerson(database: Database, personIndex: Buffer): Promise<AppointmentRecord[]> {
  const rows = await database.query(
    `${APPOINTMENT} WHERE a.id IN (SELECT appointment_id FROM party WHERE person_index = $1)
     ORDER BY s.date DESC, s.start_time DESC LIMIT 100`,
    [personIndex],
  )
  return withParties(database, rows)
}

/** Where a list goes on: after this appointment, in the order of their times. */
export interface ListPlace {
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly id: string
}

/** Appointments that a channel has booked, by their time, without those that were anonymised. */
export async function listByChannel(
  database: Database,
  wish: {
    readonly channelId: string
    readonly from: CalendarDate
    /** Included. */
    readonly to: CalendarDate
    readonly status: AppointmentStatus | undefined
    readonly after: ListPlace | undefined
    readonly most: number
  },
): Promise<AppointmentRecord[]> {
  const { channelId, from, to, status, after, most } = wish
  const rows = await database.query(
    `${APPOINTMENT} WHERE a.channel_id = $1 AND a.anonymised_at IS NULL AND s.date BETWEEN $2 AND $3 AND ($4::text IS NULL OR a.status = $4)
       AND ($5::date IS NULL OR (s.date, s.start_time, a.id) > ($5, $6, $7::uuid))
     ORDER BY s.date, s.start_time, a.id LIMIT $8`,
    [
      channelId,
      from,
      to,
      status ?? null,
      after?.date ?? null,
      after?.startTime ?? null,
      after?.id ?? null,
      most,
    ],
  )
  return withParties(database, rows)
}

async function withParties(database: Database, found: { rows: unknown[] }): Promise<AppointmentRecord[]> {
  const rows = found.rows as (Record<string, unknown> & { id: string })[]
  if (rows.length === 0) return []
  const parties = await database.query<PartyRecord & { appointmentId: string }>(PARTIES, [
    rows.map((row) => row.id),
  ])
  return rows.map((row) => {
    const own = parties.rows.filter((party) => party.appointmentId === row.id).map(absent)
    return { ...absent(row), parties: own } as unknown as AppointmentRecord
  })
}

// The database says NULL, the house says undefined.
function absent<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as Row
}

/** Locks slots in the order every statement of the house keeps: slots by id, then appointments. */
export async function lockSlots(client: PoolClient, slotIds: readonly number[]): Promise<void> {
  await client.query('SELECT id FROM slot WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE', [slotIds])
}

/** Whatever counts the acts of one person happens one after the other; taken before any slot. */
export async function lockPerson(client: PoolClient, personIndex: Buffer): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))`, [personIndex])
}

/**
 * Counts a seat as free. SAFETY: a seat of an appointment goes through `giveSeatBack`, which asks the waiting list first.
 */
export async function freeSeat(
  client: PoolClient,
  slotId: number,
  pool: AppointmentRecord['pool'],
): Promise<void> {
  await client.query('UPDATE slot SET taken = taken - 1, public_taken = public_taken - $2 WHERE id = $1', [
    slotId,
    pool === 'public' ? 1 : 0,
  ])
}

/** Compare-and-swap of the status: false when the appointment has moved on since it was read. */
export async function swapStatus(
  client: PoolClient,
  appointment: Pick<AppointmentRecord, 'id' | 'status' | 'slotId'>,
  change: {
    readonly status: AppointmentStatus
    readonly now: Date
    readonly endReason?: string
    /** The slot it stands in afterwards, when that changes. */
    readonly slotId?: number
  },
): Promise<boolean> {
  const ended = change.status !== 'confirmed'
  const { rowCount } = await client.query(
    `UPDATE appointment SET status = $4, held_until = NULL, previous_slot_id = NULL, partner_code_hash = NULL,
       slot_id = COALESCE($7, slot_id),
       confirmed_at = CASE WHEN $4 = 'confirmed' THEN COALESCE(confirmed_at, $5) ELSE confirmed_at END,
       ended_at = CASE WHEN $8 THEN $5::timestamptz END, end_reason = $6
     WHERE id = $1 AND status = $2 AND slot_id = $3`,
    [
      appointment.id,
      appointment.status,
      appointment.slotId,
      change.status,
      change.now,
      change.endReason ?? null,
      change.slotId ?? null,
      ended,
    ],
  )
  return rowCount === 1
}

/** Its people may book the service again. */
export async function releaseParties(client: PoolClient, appointmentId: string): Promise<void> {
  await client.query('UPDATE party SET active = false WHERE appointment_id = $1', [appointmentId])
}

/** The word of the one who was asked, and what they are called by their own proof of identity. */
export async function agree(
  client: PoolClient,
  appointmentId: string,
  role: number,
  sealed: Buffer,
  now: Date,
): Promise<void> {
  await client.query('UPDATE party SET agreed_at = $3, sealed = $4 WHERE appointment_id = $1 AND role = $2', [
    appointmentId,
    role,
    now,
    sealed,
  ])
}

/** Uses one of the tries of a partner code; tells the how-manieth it was, undefined when none was left. */
export async function spendTry(database: Database, appointmentId: string): Promise<number | undefined> {
  const { rows } = await database.query<{ tries: number }>(
    `UPDATE appointment SET partner_code_tries = partner_code_tries + 1
     WHERE id = $1 AND partner_code_tries < $2 RETURNING partner_code_tries AS tries`,
    [appointmentId, PARTNER_CODE_TRIES],
  )
  return rows[0]?.tries
}

/** A new round of the partner code, while the seat still waits. */
export async function replacePartnerCode(
  database: Database,
  appointmentId: string,
  round: number,
  hash: Buffer,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `UPDATE appointment SET partner_code_round = $2, partner_code_hash = $3, partner_code_tries = 0
     WHERE id = $1 AND status = 'awaiting-partner' AND partner_code_round = $2 - 1`,
    [appointmentId, round, hash],
  )
  return rowCount === 1
}
