import type { ActorFacts } from './actor.ts'
import { regionPrefix } from './place.ts'
import { type Refusal, refuse } from './refusal.ts'
import { NATION, type Scope } from './scope-path.ts'

/** What a channel is to the people who use it. */
export const CHANNEL_KINDS = ['mini-program', 'app', 'hotline'] as const

export type ChannelKind = (typeof CHANNEL_KINDS)[number]

/** What a key may be used for: looking, booking for people it has verified, speaking for a counter. */
export const CHANNEL_SCOPES = ['read', 'book', 'desk'] as const

export type ChannelScope = (typeof CHANNEL_SCOPES)[number]

/** What a channel can be told of; the trigger `tell_channel` writes them. */
export const WEBHOOK_EVENTS = [
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'moved',
  'move-asked',
  'attended',
  'no-show',
] as const

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Requests a minute that a channel may be granted; so many that no machine reaches them. */
export const MOST_PER_MINUTE = 100_000_000

/** So many characters of a key are kept, for people to know it by; 29 more that nobody keeps make it safe. */
export const KEY_PREFIX = 8

/** For how many days an old key, or an old secret, may work beside a new one; 0: no longer. */
export const OVERLAP_DAYS = [0, 1, 7, 30, 90] as const

/** More that work at a time nobody can keep apart. */
export const MOST_KEYS = 5

/** Whose channel it is: a region's (GB/T 2260) or the nation's. */
export function placeOfChannel(regionCode: string | null): Scope {
  return regionCode ? { scope: 'region', scopeId: regionCode } : NATION
}

/** Undefined where this actor may book in a region; a channel of a region books only there. */
export function refuseOutside(actor: ActorFacts, regionCode: string): Refusal | undefined {
  const own = actor.kind === 'channel' ? actor.regionCode : undefined
  if (own === undefined || regionPrefix(regionCode).startsWith(regionPrefix(own))) return undefined
  return refuse('not-allowed', [{ path: 'slotId', reason: 'outside-channel-region' }])
}

export interface KeyTimes {
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
}

/** `ending`: works, until a day that is set. */
export type KeyState = 'works' | 'ending' | 'over' | 'revoked'

/** What a key is worth at an instant. */
export function stateOfKey({ expiresAt, revokedAt }: KeyTimes, now: Date): KeyState {
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'works'
  return expiresAt > now ? 'ending' : 'over'
}
