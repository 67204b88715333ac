import type { DocumentType } from './party-type.ts'
import { mayDo, type OfficePlace, type StaffAct, type StaffGrant } from './permissions.ts'
import { type Refusal, refuse } from './refusal.ts'

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
      /** Whose channel it is (GB/T 2260), and where it may book; none: the nation's. */
      readonly regionCode?: string
      readonly onBehalfOf?: VerifiedIdentity
    }
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly name: string
      readonly grants: readonly StaffGrant[]
    }

/** Somebody whose authority was read from the database in this request. Verbs that need authority take one. */
export type Actor = ActorFacts & { readonly [minted]: true }

/** A mini-program, app or hotline. */
export type ChannelActor = Extract<Actor, { readonly kind: 'channel' }>

/** Somebody who works at a desk or runs offices, signed in with both factors. */
export type StaffActor = Extract<Actor, { readonly kind: 'staff' }>

/** Undefined where this member of staff may do the act in the office; otherwise the refusal that every verb gives. */
export function refuseStaff(
  actor: StaffActor,
  act: StaffAct,
  office: OfficePlace | undefined,
): Refusal | undefined {
  return mayDo(actor.grants, act, office)
    ? undefined
    : refuse('not-allowed', [{ path: 'act', reason: 'not-in-role' }])
}

/** Only the gates (`lib/edge/actor.ts`, `lib/edge/staff-actor.ts`, `lib/api/authenticate.ts`) may call this; the import law says so. */
export function mintActor(facts: ActorFacts): Actor {
  return facts as Actor
}

/** Whether somebody speaks for a counter or a telephone: staff, and channels with the scope `desk`. */
export function isCounter(actor: ActorFacts): boolean {
  return actor.kind === 'staff' || (actor.kind === 'channel' && actor.scopes.includes('desk'))
}

/** The person an actor stands for: oneself, or whom a channel has verified. */
export function identityOf(actor: Actor): VerifiedIdentity | undefined {
  if (actor.kind === 'staff') return undefined
  return actor.kind === 'person' ? actor.identity : actor.onBehalfOf
}

/** Under which name an actor's write results are kept, so that nobody can read another's. */
export function writeScopeOf(actor: Actor): string {
  return `${actor.kind}:${actor.id}`
}
