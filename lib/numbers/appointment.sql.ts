import { type DayPart, dayOf, listOf } from './day-part.sql.ts'

// A visit that was recorded as missed and made void afterwards is none.
const MISSED = `a.status = 'no-show' AND NOT EXISTS (
  SELECT FROM no_show n WHERE n.appointment_id = a.id AND n.voided_at IS NOT NULL)`

const way = (which: string) => `count(*) FILTER (WHERE a.service <> 'DIVORCE_CERTIFICATE' AND ${which})`

/**
 * What became of the appointments for a day, on which way they were booked, and how many days ahead. By which way is not
 * told of visits for a divorce certificate: their seats are kept by the office, whoever chose the time.
 */
export const APPOINTMENTS: DayPart = {
  counts: ['made', 'attended', 'missed', 'cancelled', 'unanswered', 'online', 'channel', 'counter'],
  spreads: ['leadDays'],
  sql: `SELECT s.office_id, s.date AS day, a.service, count(*) AS made,
      count(*) FILTER (WHERE a.status = 'attended') AS attended,
      count(*) FILTER (WHERE ${MISSED}) AS missed,
      count(*) FILTER (WHERE a.status = 'cancelled') AS cancelled,
      count(*) FILTER (WHERE a.status IN ('declined', 'expired')) AS unanswered,
      ${way(`a.channel_id IS NULL AND a.pool = 'public'`)} AS online,
      ${way('a.channel_id IS NOT NULL')} AS channel,
      ${way(`a.channel_id IS NULL AND a.pool = 'staff'`)} AS counter,
      ${listOf(`s.date - ${dayOf('a.created_at')}`, `a.status NOT IN ('declined', 'expired')`)} AS lead_days
    FROM place p JOIN slot s ON s.office_id = p.office_id AND s.date = p.day
    JOIN appointment a ON a.slot_id = s.id GROUP BY 1, 2, 3`,
}
