import type { Pool } from 'pg'
import { once } from '#lib/db/once.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'

const KNOWN_FOR_MS = 60_000

const known = once('rule-set-ids', () => new Map<string, { id: string | undefined; until: number }>())

/** Which dated rules a new appointment is stamped with: those in force on its day. */
export async function findRuleSetId(
  pool: Pool,
  service: Service,
  on: CalendarDate,
  now: Date,
): Promise<string | undefined> {
  const key = `${service} ${on}`
  const cached = known.get(key)
  if (cached && cached.until > now.getTime()) return cached.id
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM checklist_rule_set WHERE service = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY valid_from DESC LIMIT 1`,
    [service, on],
  )
  const id = rows[0]?.id
  known.set(key, { id, until: now.getTime() + KNOWN_FOR_MS })
  return id
}
