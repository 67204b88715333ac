import { isRush } from '#lib/booking/is-rush.ts'
import { pool } from '#lib/db/pool.ts'
import { deriveSecret } from '#lib/identity/derive-secret.ts'
import { keepDemoLetter } from '#lib/identity/keep-demo-letter.ts'
import { markContactDead } from '#lib/identity/mark-contact-dead.ts'
import type { Post } from '#lib/notification/deliver-message.ts'
import { keepDelivering } from '#lib/notification/keep-delivering.ts'
import { openWays } from '#lib/notification/open-ways.ts'
import { composeMessage } from './compose-message.ts'

/**
 * Starts delivering, beside the timed work and not as a part of it: a job a minute would let people wait. Every process
 * does so; they share the outbox without sending anything twice. While half a city books, seats come before letters.
 */
export function startDelivering(): { stop: () => Promise<void> } {
  const ways = openWays((letter, now) => keepDemoLetter(pool(), letter, now))
  const post: Post = {
    compose: (message, now) => composeMessage(pool(), message, now),
    keyOf: (id) => deriveSecret('message-key', id).toString('base64url').slice(0, 32),
    send: ways.send,
    wakesNobody: ways.wakesNobody,
    markDead: (personIndex, now) => markContactDead(pool(), personIndex, now),
  }
  const delivering = keepDelivering(pool(), { clock: () => new Date(), post, isRush })
  return {
    stop: async () => {
      await delivering.stop()
      ways.close()
    },
  }
}
