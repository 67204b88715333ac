import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { SlotFacts } from '#lib/domain/decide-booking.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'

const KNOWN_FOR_MS = 10_000
const MOST_KNOWN = 50_000

/** A slot with where its office lies (GB/T 2260). */
export interface FoundSlot extends SlotFacts {
  readonly regionCode: string
}

interface Known {
  readonly until: number
  readonly loading: Promise<FoundSlot | undefined>
}

const known = once('slot-facts', () => new Map<number, Known>())

interface Row {
  id: number
  office_id: string
  region_code: string
  date: string
  start_time: string
  end_time: string
  services: Service[]
  accepts: PartyType[]
  online_booking: boolean
}

/**
 * What does not change about a slot while it is on offer, kept for ten seconds.
 * PERF: a rush asks for the same few slots thousands of times; whether a seat is free is decided by the claim alone.
 * Those who ask while it is being read wait for the same answer, so they also go on in the order in which they came.
 */
export function findSlotFacts(pool: Pool, slotId: number, now: Date): Promise<FoundSlot | undefined> {
  const cached = known.get(slotId)
  if (cached && cached.until > now.getTime()) return cached.loading
  if (known.size >= MOST_KNOWN) known.clear()
  const loading = readSlotFacts(pool, slotId)
  known.set(slotId, { loading, until: now.getTime() + KNOWN_FOR_MS })
  loading.catch(() => known.delete(slotId))
  return loading
}

async function readSlotFacts(pool: Pool, slotId: number): Promise<FoundSlot | undefined> {
  const { rows } = await pool.query<Row>({ name: 'slot-facts', text: SLOT_FACTS, values: [slotId] })
  return rows[0] && factsOf(rows[0])
}

function factsOf(row: Row): FoundSlot {
  return {
    id: row.id,
    officeId: row.office_id,
    regionCode: row.region_code,
    date: row.date as CalendarDate,
    startTime: row.start_time,
    endTime: row.end_time,
    services: row.services,
    accepts: row.accepts,
    onlineBooking: row.online_booking,
  }
}

const SLOT_FACTS = `
SELECT s.id, s.office_id, o.region_code, s.date::text AS date, s.start_time, s.end_time, l.services, o.accepts, o.online_booking
FROM slot s JOIN lane l ON l.id = s.lane_id JOIN office o ON o.id = s.office_id
WHERE s.id = $1`
