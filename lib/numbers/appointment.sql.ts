import type { Pool } from 'pg'
import type { NumbersPeriod } from '#lib/domain/numbers-period.ts'
import type { Service } from '#lib/domain/service.ts'
import { type AskedOffices, askedValues, KEY, PER_KEY, PLACES } from './asked.sql.ts'

// A visit that was recorded as missed and made void afterwards is none.
const MISSED = `a.status = 'no-show' AND NOT EXISTS (
  SELECT FROM no_show n WHERE n.appointment_id = a.id AND n.voided_at IS NOT NULL)`

const STATES = `count(*)::int AS made,
  count(*) FILTER (WHERE a.status = 'attended')::int AS attended,
  count(*) FILTER (WHERE ${MISSED})::int AS missed,
  count(*) FILTER (WHERE a.status = 'cancelled')::int AS cancelled,
  count(*) FILTER (WHERE a.status IN ('declined', 'expired'))::int AS unanswered`

const FROM = `FROM place p JOIN slot s ON s.office_id = p.office_id AND s.date BETWEEN $3 AND $4
  JOIN appointment a ON a.slot_id = s.id`

interface AppointmentStates {
  readonly made: number
  readonly attended: number
  readonly missed: number
  readonly cancelled: number
  /** The other of the two said no, or nothing. */
  readonly unanswered: number
}

export interface AppointmentNumbers extends AppointmentStates {
  readonly key: string
  /** Days between booking and visit, of those that both agreed to; null without any. */
  readonly leadMedian: number | null
  readonly leadLong: number | null
  /** On our pages, through another channel, at the counter. */
  readonly online: number
  readonly channel: number
  readonly counter: number
}

/**
 * What became of the appointments for the days of a period. By which way they were booked is not told of visits for a
 * divorce certificate: their seats are kept by the office, whoever chose the time.
 */
export async function readAppointments(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<AppointmentNumbers[]> {
  const lead = (share: number) =>
    `percentile_cont(${share}) WITHIN GROUP (ORDER BY s.date - (a.created_at AT TIME ZONE 'Asia/Shanghai')::date)
       FILTER (WHERE a.status NOT IN ('declined', 'expired'))`
  const way = (which: string) =>
    `count(*) FILTER (WHERE a.service <> 'DIVORCE_CERTIFICATE' AND ${which})::int`
  const { rows } = await pool.query<AppointmentNumbers>(
    `WITH ${PLACES}
     SELECT ${KEY}, ${STATES}, ${lead(0.5)} AS "leadMedian", ${lead(0.9)} AS "leadLong",
       ${way(`a.channel_id IS NULL AND a.pool = 'public'`)} AS online,
       ${way('a.channel_id IS NOT NULL')} AS channel,
       ${way(`a.channel_id IS NULL AND a.pool = 'staff'`)} AS counter
     ${FROM} ${PER_KEY}`,
    askedValues(asked, period),
  )
  return rows
}

export interface ServiceNumbers extends AppointmentStates {
  readonly service: Service
}

/** The same by service, for all offices together. */
export async function readServices(
  pool: Pool,
  asked: AskedOffices,
  period: NumbersPeriod,
): Promise<ServiceNumbers[]> {
  const { rows } = await pool.query<ServiceNumbers>(
    `WITH ${PLACES} SELECT a.service, ${STATES} ${FROM} GROUP BY a.service`,
    askedValues(asked, period),
  )
  return rows
}
