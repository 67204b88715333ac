import type { Pool } from '#lib/db/pool.ts'
import type { ContactMedium } from '#lib/domain/contact.ts'
import {
  type ComposedLetter,
  type Delivery,
  type DueLetter,
  isUrgent,
  type WrittenLetter,
} from '#lib/domain/letter.ts'
import { retryAt } from '#lib/domain/letter-retry.ts'
import { leavesAt } from '#lib/domain/quiet-hours.ts'
import { markFailed, markSent, moveDue, putOff } from './store.ts'
import { writeLetter } from './write-letter.ts'

/** What delivering needs from the rooms further along, and from the world. */
export interface Post {
  /** Gathers what a message tells and to whom. */
  readonly compose: (message: DueLetter, now: Date) => Promise<ComposedLetter>
  /** The provider key of a message: the same at every try, never the same for two. */
  readonly keyOf: (messageId: string) => string
  readonly send: (letter: WrittenLetter, now: Date) => Promise<Delivery>
  /** Whether a letter goes where it wakes nobody, as those of a demo do: then it need not wait for the morning. */
  readonly wakesNobody?: (medium: ContactMedium) => boolean
  /** Notes that nothing arrives at somebody's own contact; tells whether there was one, so that another way remains. */
  readonly markDead: (personIndex: Buffer, now: Date) => Promise<boolean>
}

export type Fate = 'sent' | 'failed' | 'put-off' | 'moved'

/**
 * One message, from the outbox to its end or to its next try. `away` are the media that were found closed in this run:
 * they are not tried again for every message that waits behind.
 */
export async function deliverMessage(
  pool: Pool,
  post: Post,
  message: DueLetter,
  { now, away }: { readonly now: Date; readonly away: Set<ContactMedium> },
): Promise<Fate> {
  const letter = await post.compose(message, now)
  if (letter.state !== 'ready') return fail(pool, message, letter.state, now)
  if (letter.expiresAt && letter.expiresAt <= now) return fail(pool, message, 'too-late', now)
  const sending = {
    urgent: isUrgent(message.event, letter.facts.fromDate ?? letter.facts.date, now),
    awaited: message.event === 'code',
    safe: letter.to.safe === true,
    expiresAt: letter.expiresAt,
  }
  const at = leavesAt(letter.to, sending, now)
  if (at > now && !post.wakesNobody?.(letter.to.medium)) {
    await moveDue(pool, message.id, at)
    return 'moved'
  }
  if (away.has(letter.to.medium)) return postpone(pool, message, now)
  const written = await writeLetter(pool, message, letter, { key: post.keyOf(message.id), now })
  const delivery = await post.send(written, now)
  switch (delivery.state) {
    case 'sent':
      await markSent(pool, message.id, delivery.medium, now)
      return 'sent'
    case 'away':
      away.add(letter.to.medium)
      return postpone(pool, message, now)
    case 'later':
      return postpone(pool, message, now)
    case 'refused':
      return fail(pool, message, 'refused', now)
    case 'dead-address': {
      const another = letter.personIndex && (await post.markDead(letter.personIndex, now))
      if (!another) return fail(pool, message, 'dead-address', now)
      await moveDue(pool, message.id, now)
      return 'moved'
    }
  }
}

async function fail(pool: Pool, message: DueLetter, failure: string, now: Date): Promise<Fate> {
  await markFailed(pool, message.id, failure, now)
  return 'failed'
}

async function postpone(pool: Pool, message: DueLetter, now: Date): Promise<Fate> {
  await putOff(pool, message.id, retryAt(message.attempts, now))
  return 'put-off'
}
