import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { findOpenCase } from '#lib/divorce/find-open-case.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { refuseOutside } from '#lib/domain/channel.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { decideBooking } from '#lib/domain/decide-booking.ts'
import { readParties } from '#lib/domain/party.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { agreedBy } from './agreed-by.ts'
import type { BookingRequest } from './book-appointment.ts'
import { bookerOf } from './booker-of.ts'
import type { BookingAnswer } from './booking-answer.ts'
import { type Draft, draftBooking } from './draft-booking.ts'
import { findRuleSetId } from './find-rule-set-id.ts'
import { findSlotFacts } from './find-slot-facts.ts'
import { lockCase, removeKeptSeat } from './kept-seat.sql.ts'
import { loadVisitGrounds } from './load-visit-grounds.ts'
import { moveKeptSeat } from './move-kept-seat.ts'
import { reopenSlots } from './reopen-slots.ts'
import { replayOrRefuse } from './replay-or-refuse.ts'
import { settleOverdue } from './settle-overdue.ts'
import { hasVisit, insertVisit } from './visit.sql.ts'

/**
 * Books the visit for a divorce certificate: for the two of an open case, at the office that accepted it, on a service day
 * of its window. The seat that is kept for them moves to the chosen slot and becomes the visit, all in one transaction:
 * where it is kept already nobody can come before them, and where the chosen slot is full it stays kept. These bookings
 * are rare and go alone; limits of online booking do not apply to them. Civil Code art. 1077(2).
 */
export async function bookVisit(pool: Pool, request: BookingRequest): Promise<Result<BookingAnswer>> {
  const decided = await decide(pool, request)
  if (!decided.ok) return replayOrRefuse(pool, request, decided)
  const { draft, found } = decided.value
  const { claim } = draft
  const { now } = request
  const personIndexes = [claim.index1, claim.index2].map((index) => Buffer.from(index ?? '', 'base64'))
  await settleOverdue(pool, now, { personIndexes })
  await settleOverdue(pool, now, { slotId: claim.slot })
  const refused = await poolTransaction(pool, async (client) => {
    const refusal = await seat(client, draft, found, now)
    if (refusal) await client.query('ROLLBACK AND CHAIN')
    return refusal
  })
  return refused ? replayOrRefuse(pool, request, refused) : accept(draft.answer)
}

interface Decided {
  readonly draft: Draft
  readonly found: DivorceCase
}

async function decide(pool: Pool, request: BookingRequest): Promise<Result<Decided>> {
  const { input, counter, now } = request
  const parties = readParties(input.parties, shanghaiToday(now))
  if (!parties.ok) return parties
  const by = bookerOf(request, parties.value)
  const facts = await findSlotFacts(pool, input.slotId, now)
  const outside = facts && refuseOutside(request.actor, facts.regionCode)
  if (outside) return outside
  const slot = facts && counter ? { ...facts, onlineBooking: true } : facts
  const policy = await loadPolicy(pool, slot?.officeId, now)
  const found = by && (await findOpenCase(pool, by))
  const grounds = found && (await loadVisitGrounds(pool, found, now))
  const { service } = input
  const decision = decideBooking({ service, slot, policy, parties: parties.value, by, grounds, now })
  if (!decision.ok) return decision
  if (!slot || !found) return refuse('not-found')
  const ruleSet = await findRuleSetId(pool, service, slot.date, now)
  const { claim, answer } = draftBooking(request, slot, agreedBy(decision.value, counter), ruleSet)
  return accept({ found, draft: { claim: { ...claim, pub: false, caseId: found.id }, answer } })
}

/** The kept seat goes to the chosen slot and becomes the visit; tells why not, and then nothing may be kept of it. */
async function seat(
  client: PoolClient,
  { claim }: Draft,
  found: DivorceCase,
  now: Date,
): Promise<Refusal | undefined> {
  if (!(await lockCase(client, found)))
    return refuse('not-allowed', [{ path: 'case', reason: 'changed-meanwhile' }])
  const { id: caseId, officeId } = found
  if (await hasVisit(client, caseId)) return refuse('already-booked')
  const seated = await moveKeptSeat(client, { caseId, officeId, slotId: claim.slot, now })
  if (seated.became !== 'kept') return refuse(seated.became === 'full' ? 'slot-full' : 'slot-closed')
  await removeKeptSeat(client, caseId)
  if (!(await insertVisit(client, claim, now))) return refuse('already-booked')
  if (seated.freed !== undefined) reopenSlots([seated.freed])
  return undefined
}
