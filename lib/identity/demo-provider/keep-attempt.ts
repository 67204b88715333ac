import { once } from '#lib/db/once.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

/** What somebody typed at the demo service and what was wrong with it, until the page shows it again. */
export interface DemoAttempt {
  readonly values: Readonly<Record<DemoField, string>>
  readonly errors: readonly RefusalDetail[]
}

export const DEMO_FIELDS = ['name', 'documentType', 'documentNumber', 'phone'] as const

export type DemoField = (typeof DEMO_FIELDS)[number]

const MOST_KEPT = 1000

// The service runs in the server's copy of this code, its page in Next's: both look into the same map.
const attempts = once('demo-identity-attempts', () => new Map<string, DemoAttempt>())

export function keepAttempt(interactionId: string, attempt: DemoAttempt): void {
  attempts.delete(interactionId)
  attempts.set(interactionId, attempt)
  const [oldest] = attempts.keys()
  if (attempts.size > MOST_KEPT && oldest !== undefined) attempts.delete(oldest)
}

export function findAttempt(interactionId: string): DemoAttempt | undefined {
  return attempts.get(interactionId)
}

export function forgetAttempt(interactionId: string): void {
  attempts.delete(interactionId)
}
