import type { TrailEntry } from '#lib/audit/list-trail.ts'

/** What one of the two may do without the other hearing of it; the first word of the act. */
export type Discreet = 'care' | 'correction'

/**
 * The entries about one appointment that one of its people may know. What one has asked of the desk for oneself is
 * hidden from the other, and so is that anything was asked: it is told only to whoever has asked.
 */
export function tellTrail(
  trail: readonly TrailEntry[],
  about: { readonly appointmentId: string; readonly hasAsked: readonly Discreet[] },
): TrailEntry[] {
  return trail.filter(({ subjectId, act, who }) => {
    if (subjectId !== about.appointmentId) return false
    const discreet = DISCREET.find((word) => act.startsWith(`${word}-`))
    if (!discreet || who === 'you') return true
    return who !== 'other' && about.hasAsked.includes(discreet)
  })
}

const DISCREET: readonly Discreet[] = ['care', 'correction']
