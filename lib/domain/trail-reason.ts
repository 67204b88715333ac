/** Why somebody looks up what was done about a person, or takes the record out of the house; it goes on the record itself. */
export const TRAIL_REASONS = ['person-asked', 'complaint', 'inspection', 'incident'] as const
export type TrailReason = (typeof TRAIL_REASONS)[number]

/** The reason that was chosen; undefined when it is none of them. */
export function readTrailReason(typed: string): TrailReason | undefined {
  return TRAIL_REASONS.find((reason) => reason === typed)
}
