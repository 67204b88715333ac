import { writeEntry } from '#lib/audit/write-entry.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { writeOnce } from '#lib/booking/write-once.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { type PartyFacts, type PartyInput, readParties } from '#lib/domain/party.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { MOST_WISHES, type WaitingWish } from '#lib/domain/waiting.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { decideWish } from './decide-wish.ts'
import { makeLeaveToken } from './make-leave-token.ts'
import { sealCouple } from './seal-couple.ts'
import { findOffices, haveAppointment, insertEntry } from './store.ts'

export interface Joining {
  readonly actor: Actor
  readonly service: Service
  /** Both people as they will be booked; one where the service needs one. */
  readonly parties: readonly PartyInput[]
  readonly wishes: readonly WaitingWish[]
  /** A UUID made by the caller before its first try. */
  readonly key: string
  readonly locale: Locale
  readonly now: Date
}

/**
 * A couple stands in line for a seat that comes free, with everything a booking will need: only what could be booked can
 * be waited for. Refuses as a booking does; `already-booked` when one of the two has an appointment for the service, or
 * (detail `already-waiting`) stands in the line.
 */
export async function joinWaitingList(pool: Pool, joining: Joining): Promise<Result<{ entryId: string }>> {
  const { actor, service, key, locale, now } = joining
  const { kind } = actor
  if (kind !== 'person') return refuse('not-allowed')
  const decided = await decide(pool, joining)
  const parties = decided.ok ? decided.value : []
  const personIndexes = parties.map((party) => indexPerson(party.documentType, party.documentNumber))
  if (decided.ok) await settleOverdue(pool, now, { personIndexes })
  return writeOnce(pool, {
    actor,
    key,
    operation: 'join-waiting-list',
    request: [service, joining.parties, joining.wishes],
    now,
    write: async (client) => {
      if (!decided.ok) return decided
      if (await haveAppointment(client, service, personIndexes)) return refuse('already-booked')
      const id = uuidV7(now, drawRandom(10))
      const entered = await insertEntry(client, {
        id,
        service,
        personId: actor.id,
        locale,
        sealed: sealCouple(id, parties),
        leaveHash: hashToken(makeLeaveToken(id)),
        createdAt: now,
        personIndexes,
        wishes: joining.wishes,
      })
      if (!entered) return refuse('already-booked', [{ path: 'parties', reason: 'already-waiting' }])
      await writeEntry(client, {
        at: now,
        actorKind: kind,
        actorId: actor.id,
        act: 'waiting-list-joined',
        subjectKind: 'waiting-entry',
        subjectId: id,
      })
      return accept({ entryId: id })
    },
  })
}

async function decide(pool: Pool, joining: Joining): Promise<Result<readonly PartyFacts[]>> {
  const { actor, service, wishes, now } = joining
  const read = readParties(joining.parties, shanghaiToday(now))
  if (!read.ok) return read
  if (wishes.length < 1 || wishes.length > MOST_WISHES)
    return refuse('invalid-input', [{ path: 'wishes', reason: 'required' }])
  const offices = await findOffices(
    pool,
    wishes.map((wish) => wish.officeId),
  )
  let parties: readonly PartyFacts[] = []
  for (const wish of wishes) {
    const decision = decideWish({
      service,
      wish,
      office: offices.find((office) => office.id === wish.officeId),
      policy: await loadPolicy(pool, wish.officeId, now),
      parties: read.value,
      by: identityOf(actor),
      now,
    })
    if (!decision.ok) return decision
    parties = decision.value.parties
  }
  return accept(parties)
}
