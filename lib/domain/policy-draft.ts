import type { CalendarDate } from './calendar-date.ts'
import type { PolicyKey, PolicyValue } from './policy-key.ts'

/** What is asked for about a rule of one place: a new version, or that a coming one does not come. */
export type PolicyDraft =
  | {
      readonly change: 'new'
      readonly key: PolicyKey
      readonly value: PolicyValue
      readonly validFrom: CalendarDate
      readonly source: string
    }
  | { readonly change: 'take-back'; readonly key: PolicyKey; readonly versionId: string }

/** The request as it lies before the second person, with what it was measured by. */
export type PolicyRequest = PolicyDraft & {
  /** The word for the versions that were there when it was asked for. */
  readonly basis: string
  /** What held on that day before, for who compares. */
  readonly before: PolicyValue | undefined
  /** What holds instead. */
  readonly after: PolicyValue | undefined
  /** The version that it ends. */
  readonly ends: string | undefined
}
