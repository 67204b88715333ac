import type { Pool } from '#lib/db/pool.ts'
import { tally } from '#lib/db/tally.ts'
import { decideSlot } from '#lib/domain/decide-booking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import type { HoldClaim } from './claim-seats.ts'
import { findHold, type SeatHold } from './find-hold.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { isSoldOut } from './is-sold-out.ts'
import { rememberSoldOut } from './remember-sold-out.ts'
import { reopenSlots } from './reopen-slots.ts'
import { settleOverdue } from './settle-overdue.ts'
import { takeSeat } from './take-seat.ts'

/**
 * Takes a seat for the minutes in which one person answers the questions. A person holds one seat: choosing another
 * time gives the old one back in the same statement; choosing the same one again changes nothing.
 */
export async function holdSeat(pool: Pool, wish: HoldWish): Promise<Result<SeatHold>> {
  const held = await hold(pool, wish)
  tally('holds', held.ok ? 'held' : held.reason)
  return held
}

interface HoldWish {
  readonly personId: string
  readonly slotId: number
  readonly service: Service
  readonly now: Date
}

async function hold(pool: Pool, wish: HoldWish): Promise<Result<SeatHold>> {
  const { personId, slotId, service, now } = wish
  const own = await findHold(pool, personId, now)
  if (own?.slotId === slotId) return accept(own)
  const slot = await findSlotFacts(pool, slotId, now)
  const policy = await loadPolicy(pool, slot?.officeId, now)
  const unavailable = decideSlot(service, slot, policy, now)
  if (unavailable || !slot) return unavailable ?? refuse('not-found')
  if (isSoldOut(slotId, now)) return refuse('slot-full')
  const id = uuidV7(now, drawRandom(10))
  const until = new Date(now.getTime() + policy.holdMinutes * 60_000)
  const claim: HoldClaim = {
    kind: 'hold',
    slot: slotId,
    office: slot.officeId,
    service,
    pub: true,
    hold: id,
    person: personId,
    until: until.toISOString(),
  }
  let outcome = await takeSeat(pool, claim, now)
  if (outcome?.state === 'full' && (await settleOverdue(pool, now, { slotId })) > 0)
    outcome = await takeSeat(pool, claim, now)
  if (outcome?.state === 'full') rememberSoldOut(slotId, now)
  if (outcome?.state === 'over-quota' && (await settleOverdue(pool, now, { officeId: slot.officeId })) > 0)
    outcome = await takeSeat(pool, claim, now)
  if (!outcome) return refuse('overloaded')
  if (outcome.state === 'full' || outcome.state === 'over-quota') return refuse('slot-full')
  if (outcome.state !== 'admitted') return refuse('slot-closed')
  if (own) reopenSlots([own.slotId])
  return accept({ id, slotId, service, expiresAt: until, extensions: 0 })
}
