import type { DocumentType } from './party-type.ts'

declare const minted: unique symbol

/** A real name proved by an identity service or by a channel that verified it. */
export interface VerifiedIdentity {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly phone?: string
}

export type ActorFacts =
  | { readonly kind: 'person'; readonly id: string; readonly identity: VerifiedIdentity }
  | {
      readonly kind: 'channel'
      readonly id: string
      readonly scopes: readonly string[]
      readonly onBehalfOf?: VerifiedIdentity
    }

/** Somebody whose authority was read from the database in this request. Verbs that need authority take one. */
export type Actor = ActorFacts & { readonly [minted]: true }

/** A mini-program, app or hotline. */
export type ChannelActor = Extract<Actor, { readonly kind: 'channel' }>

/** Only the two gates (`lib/edge/actor.ts`, `lib/api/authenticate.ts`) may call this; the import law says so. */
export function mintActor(facts: ActorFacts): Actor {
  return facts as Actor
}

/** The person an actor stands for: oneself, or whom a channel has verified. */
export function identityOf(actor: Actor): VerifiedIdentity | undefined {
  return actor.kind === 'person' ? actor.identity : actor.onBehalfOf
}

/** Under which name an actor's write results are kept, so that nobody can read another's. */
export function writeScopeOf(actor: Actor): string {
  return `${actor.kind}:${actor.id}`
}
