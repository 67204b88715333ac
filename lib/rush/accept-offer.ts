import { bookAppointment } from '#lib/booking/book-appointment.ts'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import { reopenSlots } from '#lib/booking/reopen-slots.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { endEntry } from './line.sql.ts'
import { holdOffered, offerAgain } from './offer.sql.ts'
import { openCouple } from './open-couple.ts'
import { findEntry } from './store.ts'

export interface Acceptance {
  /** The one who joined for both. */
  readonly actor: Actor
  readonly entryId: string
  readonly locale: Locale
  readonly now: Date
}

/**
 * Takes the seat that is held for a couple: it becomes a hold of the one who joined, and the hold an appointment, by the
 * same door as any other. However often it is pressed there is one appointment, as the place in line is the key of the
 * booking. When the booking is refused the offer stands as before; when the process ends in between, the hold runs out
 * like any other. Refuses `hold-expired` when there is no offer any more.
 */
export async function acceptOffer(pool: Pool, wish: Acceptance): Promise<Result<BookingAnswer>> {
  const { actor, entryId, now } = wish
  const entry = await findEntry(pool, entryId)
  if (!entry || entry.personId !== actor.id) return refuse('not-found')
  const { offer, service } = entry
  if (!offer || offer.until <= now) return refuse('hold-expired')
  const seat = { ...offer, entryId, personId: actor.id, service }
  const { holdMinutes } = await loadPolicy(pool, offer.officeId, now)
  const until = new Date(now.getTime() + holdMinutes * 60_000)
  const { freed } = await poolTransaction(pool, (client) => holdOffered(client, seat, { now, until }))
  reopenSlots(freed)
  const booked = await bookAppointment(pool, {
    actor,
    input: { slotId: offer.slotId, service, parties: [...openCouple(entryId, entry.sealed)] },
    key: entryId,
    locale: wish.locale,
    holdId: offer.seatId,
    now,
  })
  await poolTransaction(pool, async (client) => {
    if (booked.ok) await endEntry(client, entryId, { ...ENDED, appointmentId: booked.value.id, now })
    else await offerAgain(client, seat, offer.until, now)
  })
  return booked
}

const ENDED = { from: ['waiting', 'offered'], status: 'booked' } as const
