import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Quota, QuotaUse, QuotaWish } from '#lib/domain/quota.ts'

type Queryable = Pick<Pool | PoolClient, 'query'>

/** The quotas of an office that are in force on any day from `from` to `until`. */
export async function readQuotas(
  queryable: Queryable,
  wish: { readonly officeId: string; readonly from: CalendarDate; readonly until: CalendarDate },
): Promise<Quota[]> {
  const { rows } = await queryable.query<Quota>(
    `SELECT id, name, services, lane_ids AS "laneIds", channel_id AS "channelId", period, capacity, weekdays,
       valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM quota WHERE office_id = $1 AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY id`,
    [wish.officeId, wish.from, wish.until],
  )
  return rows.map(told)
}

/** The seats in use at an office, added up by time, service and channel; without those that a person holds. */
export async function readQuotaUses(
  queryable: Queryable,
  wish: {
    readonly officeId: string
    readonly from: CalendarDate
    readonly until: CalendarDate
    readonly besidesPerson?: string | undefined
  },
): Promise<QuotaUse[]> {
  const { rows } = await queryable.query<QuotaUse>(USES, [
    wish.officeId,
    wish.from,
    wish.until,
    wish.besidesPerson ?? null,
  ])
  return rows.map(told)
}

/** Where and when a slot lies, and whether a quota counts there. */
export async function readLimitedSlot(
  queryable: Queryable,
  slotId: number,
): Promise<
  (Pick<QuotaWish, 'date' | 'laneId' | 'startTime' | 'endTime'> & { officeId: string }) | undefined
> {
  const { rows } = await queryable.query(
    `SELECT date::text AS date, lane_id AS "laneId", start_time AS "startTime", end_time AS "endTime", office_id AS "officeId"
     FROM slot WHERE id = $1 AND limited`,
    [slotId],
  )
  return rows[0]
}

/** Whoever counts the seats of an office on a day does so one after the other; taken before any slot. */
export async function lockQuotas(client: PoolClient, officeId: string, date: CalendarDate): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('quota ' || $1 || ' ' || $2, 0))`, [
    officeId,
    date,
  ])
}

const USES = `
SELECT s.date::text AS date, s.lane_id AS "laneId", s.start_time AS "startTime", s.end_time AS "endTime",
  u.service, u.channel_id AS "channelId", count(*)::int AS seats
FROM slot s CROSS JOIN LATERAL (
  SELECT a.service, a.channel_id FROM appointment a
    WHERE a.slot_id = s.id AND a.status IN ('awaiting-partner', 'confirmed', 'attended', 'no-show')
  UNION ALL SELECT a.service, a.channel_id FROM appointment a
    WHERE a.previous_slot_id = s.id AND a.status IN ('awaiting-partner', 'confirmed')
  UNION ALL SELECT h.service, NULL FROM slot_hold h WHERE h.slot_id = s.id AND h.person_id IS DISTINCT FROM $4::uuid
  UNION ALL SELECT a.service, a.channel_id FROM changed_appointment c JOIN appointment a ON a.id = c.appointment_id
    WHERE c.slot_id = s.id AND c.state = 'offered'
  UNION ALL SELECT NULL, NULL FROM returned_seat r WHERE r.slot_id = s.id
  UNION ALL SELECT 'DIVORCE_CERTIFICATE', NULL FROM kept_seat k WHERE k.slot_id = s.id
) u
WHERE s.office_id = $1 AND s.date BETWEEN $2 AND $3 AND s.taken > 0
GROUP BY 1, 2, 3, 4, 5, 6`

// The database says NULL, the house says undefined.
function told<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row
}
