/** Why the house says no. Literals are part of the public API and never change; words for people live in the messages. */
export const REFUSAL_REASONS = [
  'invalid-input',
  'slot-full',
  'slot-closed',
  'not-released',
  'too-late',
  'not-eligible',
  'already-booked',
  'outside-legal-window',
  'wrong-office',
  'office-not-competent',
  'hold-expired',
  'partner-code-wrong',
  'not-found',
  'not-allowed',
  'blocked-no-show',
  'idempotency-mismatch',
  'rate-limited',
  'overloaded',
] as const

export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export function isRefusalReason(value: string): value is RefusalReason {
  return (REFUSAL_REASONS as readonly string[]).includes(value)
}

/** What is wrong with one field, or one fact behind the refusal. `path` as in the request, e.g. `parties.1.phone`. */
export interface RefusalDetail {
  readonly path: string
  readonly reason: string
  /** The first day on which it would be right, where that is known. */
  readonly earliestOn?: string
  /** The article that says so, of the Civil Code where no law is named. */
  readonly article?: string
}

export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  readonly errors?: readonly RefusalDetail[]
}

/** A decision: a value, or a refusal with a literal reason. Only faults are thrown. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Refusal

export function accept<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function refuse(reason: RefusalReason, errors?: readonly RefusalDetail[]): Refusal {
  return errors ? { ok: false, reason, errors } : { ok: false, reason }
}
