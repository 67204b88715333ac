import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { CapacityChange, LaneDraft } from '#lib/domain/capacity-change.ts'
import type { ServiceDay } from '#lib/domain/slot-plan.ts'

/** Writes what a change says into the rules; false when somebody else has changed the same thing since it was read. */
export async function writeChangeRows(
  client: PoolClient,
  wish: { readonly officeId: string; readonly changeId: string; readonly change: CapacityChange },
): Promise<boolean> {
  const { officeId, changeId, change } = wish
  switch (change.kind) {
    case 'lane':
      return swapLane(client, officeId, change)
    case 'new-lane':
      await insertLane(client, officeId, change.lane)
      return true
    case 'closure':
      await client.query(
        `INSERT INTO closure (id, office_id, lane_id, "from", until, reason, kind, change_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          randomUUID(),
          officeId,
          change.laneId ?? null,
          change.from,
          change.until,
          JSON.stringify(change.reason),
          change.mode,
          changeId,
        ],
      )
      return true
    case 'reopening': {
      const { rowCount } = await client.query('DELETE FROM closure WHERE id = $1 AND office_id = $2', [
        change.closureId,
        officeId,
      ])
      return rowCount === 1
    }
    case 'special-day':
      return writeSpecialDay(client, officeId, change)
    case 'quotas':
      await client.query('DELETE FROM quota WHERE office_id = $1', [officeId])
      await client.query(INSERT_QUOTAS, [officeId, JSON.stringify(change.quotas)])
      return true
  }
}

async function swapLane(
  client: PoolClient,
  officeId: string,
  { laneId, version, lane }: Extract<CapacityChange, { kind: 'lane' }>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE lane SET name = $4, services = $5, slot_minutes = $6, version = version + 1
     WHERE id = $1 AND office_id = $2 AND version = $3`,
    [laneId, officeId, version, JSON.stringify(lane.name), lane.services, lane.slotMinutes],
  )
  if (rowCount !== 1) return false
  await client.query('DELETE FROM opening_rule WHERE lane_id = $1', [laneId])
  await insertRules(client, laneId, lane)
  return true
}

async function insertLane(client: PoolClient, officeId: string, lane: LaneDraft): Promise<void> {
  const laneId = randomUUID()
  await client.query(
    `INSERT INTO lane (id, office_id, name, services, slot_minutes, position)
     SELECT $1, $2, $3, $4, $5, COALESCE(max(position) + 1, 0) FROM lane WHERE office_id = $2`,
    [laneId, officeId, JSON.stringify(lane.name), lane.services, lane.slotMinutes],
  )
  await insertRules(client, laneId, lane)
}

async function insertRules(client: PoolClient, laneId: string, lane: LaneDraft): Promise<void> {
  await client.query(INSERT_RULES, [laneId, JSON.stringify(lane.rules)])
}

async function writeSpecialDay(
  client: PoolClient,
  officeId: string,
  { laneId, date, hours, reason }: Extract<CapacityChange, { kind: 'special-day' }>,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM lane WHERE id = $1 AND office_id = $2 FOR NO KEY UPDATE',
    [laneId, officeId],
  )
  if (rowCount !== 1) return false
  await client.query('DELETE FROM service_day WHERE lane_id = $1 AND date = $2', [laneId, date])
  await client.query(INSERT_DAYS, [laneId, JSON.stringify(hours satisfies readonly ServiceDay[]), reason])
  return true
}

const INSERT_RULES = `
INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, walk_in_percent, every_weeks,
  nth_of_month, breaks, works_on_rest_day, valid_from, valid_to)
SELECT gen_random_uuid()::text, $1, r.weekdays, r.opens, r.closes, r.windows, r."publicPercent", COALESCE(r."walkInPercent", 0),
  COALESCE(r."everyWeeks", 1), COALESCE(r."nthOfMonth", '{}'), COALESCE(r.breaks, '[]'), r."worksOnRestDay", r."validFrom", r."validTo"
FROM json_to_recordset($2::json) AS r (weekdays int[], opens text, closes text, windows int, "publicPercent" int,
  "walkInPercent" int, "everyWeeks" int, "nthOfMonth" int[], breaks jsonb, "worksOnRestDay" bool, "validFrom" date, "validTo" date)`

const INSERT_DAYS = `
INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, walk_in_percent, breaks, replaces, release_at, reason)
SELECT gen_random_uuid()::text, $1, d.date, d.opens, d.closes, d.windows, d."publicPercent", COALESCE(d."walkInPercent", 0),
  COALESCE(d.breaks, '[]'), COALESCE(d.replaces, false), d."releaseAt", $3::jsonb
FROM json_to_recordset($2::json) AS d (date date, opens text, closes text, windows int, "publicPercent" int,
  "walkInPercent" int, breaks jsonb, replaces bool, "releaseAt" timestamptz)`

const INSERT_QUOTAS = `
INSERT INTO quota (id, office_id, name, services, lane_ids, channel_id, period, capacity, weekdays, valid_from, valid_to)
SELECT COALESCE(q.id, gen_random_uuid()), $1, q.name, q.services, q."laneIds", q."channelId", q.period, q.capacity, q.weekdays,
  q."validFrom", q."validTo"
FROM json_to_recordset($2::json) AS q (id uuid, name jsonb, services text[], "laneIds" text[], "channelId" uuid, period text,
  capacity int, weekdays int[], "validFrom" date, "validTo" date)`
