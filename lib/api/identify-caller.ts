import type { Actor } from '#lib/domain/actor.ts'
import type { Asked } from './asked.ts'
import { authenticate, withOnBehalfOf } from './authenticate.ts'
import { type Endpoint, isWriting } from './endpoint.ts'
import { limitActor, limitAnonymous, limitUnknownKeys } from './limit-request.ts'
import { type Refused, unknownCaller } from './problem.ts'
import { readIdentity } from './read-identity.ts'

interface Call {
  readonly asked: Asked
  readonly endpoint: Pick<Endpoint, 'access' | 'scope'>
  readonly address: string
  readonly now: Date
}

type Caller = { readonly ok: true; readonly actor: Actor | undefined; readonly client: string } | Refused

/** Who asks, whether they may ask this at all, and not too often. Public reads look at keys only, never at sessions. */
export async function identifyCaller({ asked, endpoint, address, now }: Call): Promise<Caller> {
  const { access } = endpoint
  const hasKey = asked.header('authorization') !== undefined
  if (access === 'public' && !hasKey) return (await limitAnonymous(address)) ?? anonymous(address)
  const actor = await authenticate(asked, now)
  if (actor === 'anonymous') {
    const error = { path: 'authorization', reason: 'sign-in-needed' }
    return (await limitAnonymous(address)) ?? unknownCaller(error)
  }
  if ('ok' in actor) {
    const [error] = actor.errors ?? []
    if (error?.path !== 'authorization') return actor
    return (await limitUnknownKeys(address)) ?? unknownCaller(error)
  }
  const limited = await limitActor(actor, { header: asked.header, isWrite: isWriting(access), now })
  if (limited) return limited
  if (access === 'public') return anonymous(`channel ${actor.id}`)
  return refuseScope(actor, endpoint) ?? { ok: true, actor, client: `${actor.kind} ${actor.id}` }
}

/**
 * The actor of a write: a person for herself, a channel for the person whom it has verified and names in the body.
 */
export function actFor(
  actor: Actor,
  body: unknown,
  now: Date,
): { readonly ok: true; readonly value: Actor } | Refused {
  const typed = (body as { onBehalfOf?: Parameters<typeof readIdentity>[0] } | undefined)?.onBehalfOf
  if (!typed) {
    if (actor.kind === 'person') return { ok: true, value: actor }
    return { ok: false, reason: 'invalid-input', errors: [{ path: 'onBehalfOf', reason: 'required' }] }
  }
  const identity = readIdentity(typed, now)
  return identity.ok ? withOnBehalfOf(actor, identity.value) : identity
}

function anonymous(client: string): Caller {
  return { ok: true, actor: undefined, client }
}

function refuseScope(actor: Actor, { access, scope }: Call['endpoint']): Refused | undefined {
  const needed = scope ?? (isWriting(access) ? 'book' : 'read')
  if (actor.kind !== 'channel') return access.startsWith('channel') ? denied('channel-only') : undefined
  return actor.scopes.includes(needed) ? undefined : denied('scope-missing')
}

function denied(reason: string): Refused {
  return { ok: false, reason: 'not-allowed', errors: [{ path: 'authorization', reason }] }
}
