import { once } from '#lib/db/once.ts'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

type DemoField = 'name' | 'documentType' | 'documentNumber' | 'phone'

/** Somebody of the demo world whom one may sign in as. */
export interface Persona extends Required<VerifiedIdentity> {
  readonly story?: LocalizedText
}

/** What somebody typed at the demo service and what was wrong with it, until the page shows it again. */
export interface DemoAttempt {
  readonly values: Readonly<Record<DemoField, string>>
  readonly errors: readonly RefusalDetail[]
}

export interface DemoDesk {
  personas: readonly Persona[]
  /** By the id of the sign-in under way. */
  readonly attempts: Map<string, DemoAttempt>
}

/**
 * What the demo identity service and its page have in common. The service runs in the server's copy of this code, the
 * page in Next's: both look at the same desk.
 */
export function shareDemoDesk(): DemoDesk {
  return once<DemoDesk>('demo identity desk', () => ({ personas: [], attempts: new Map() }))
}
