import { type Actor, mintActor, type VerifiedIdentity } from '#lib/domain/actor.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { findChannel } from '#lib/identity/find-channel.ts'
import { findSession } from '#lib/identity/find-session.ts'
import { readSessionId } from '#lib/identity/read-session-id.ts'
import type { Asked } from './asked.ts'

const BEARER = /^Bearer +(\S+) *$/i
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Who is asking: a channel by its key, a person by the session of our own pages, or nobody in particular. A key or
 * scheme that we do not know is refused rather than passed over, so that no caller takes itself for signed in. So is a
 * write with a session from a page that is not ours. Refusals carry the path `authorization` or `origin`.
 */
export async function authenticate(
  { method, header }: Pick<Asked, 'method' | 'header'>,
  now: Date,
): Promise<Actor | 'anonymous' | Refusal> {
  const authorization = header('authorization')
  if (authorization !== undefined) return authenticateChannel(authorization, now)
  const sessionId = await readSessionId(header('cookie') ?? null)
  if (!sessionId) return 'anonymous'
  if (!READS.has(method) && !isFromOurPages(header)) {
    return refuse('not-allowed', [{ path: 'origin', reason: 'other-site' }])
  }
  const session = await findSession(sessionId, { now, touch: true })
  if (!session) return 'anonymous'
  return mintActor({ kind: 'person', id: session.personId, identity: session.identity })
}

/** The channel's actor, now speaking for somebody whom the channel has verified by real name. Persons speak for themselves. */
export function withOnBehalfOf(actor: Actor, identity: VerifiedIdentity): Result<Actor> {
  if (actor.kind !== 'channel')
    return refuse('not-allowed', [{ path: 'onBehalfOf', reason: 'not-a-channel' }])
  return accept(mintActor({ ...actor, onBehalfOf: identity }))
}

async function authenticateChannel(authorization: string, now: Date): Promise<Actor | Refusal> {
  const key = BEARER.exec(authorization)?.[1]
  const channel = key === undefined ? undefined : await findChannel(key, now)
  if (!channel) return refuse('not-allowed', [{ path: 'authorization', reason: 'unknown-key' }])
  const { id, scopes, regionCode } = channel
  return mintActor({ kind: 'channel', id, scopes, ...(regionCode ? { regionCode } : {}) })
}

// Old web views send no Sec-Fetch-Site; then Origin, or Referer, must name the very host that was asked.
function isFromOurPages(header: Asked['header']): boolean {
  const fetchSite = header('sec-fetch-site')
  if (fetchSite) return fetchSite === 'same-origin'
  const from = header('origin') ?? header('referer')
  return from !== undefined && URL.canParse(from) && new URL(from).host === header('host')
}
