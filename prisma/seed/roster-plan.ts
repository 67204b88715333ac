/** Where somebody of the demo works: in a lane by its word, or wherever somebody is missing. */
export interface RosterPost {
  /** What comes after the office in their username. */
  readonly word: string
  readonly lane: 'marriage' | 'divorce' | 'reissue' | 'counselling' | undefined
}

/** Those with an account of their own, at their usual lanes. */
const WITH_ACCOUNT: readonly RosterPost[] = [
  { word: 'clerk-1', lane: 'marriage' },
  { word: 'clerk-2', lane: 'divorce' },
  { word: 'senior', lane: 'divorce' },
  { word: 'reviewer', lane: 'reissue' },
]

/** Colleagues who have not taken up their accounts yet. */
export const COLLEAGUES = [
  { word: 'colleague-1', name: '孙丽', lane: 'marriage' },
  { word: 'colleague-2', name: '胡志强', lane: 'marriage' },
  { word: 'colleague-3', name: '林小燕', lane: 'divorce' },
  { word: 'colleague-4', name: '郭永平', lane: 'counselling' },
  { word: 'colleague-5', name: '何嘉', lane: undefined },
] as const satisfies readonly (RosterPost & { readonly name: string })[]

/** Everybody on the roster of an office. */
export const ROSTER: readonly RosterPost[] = [...WITH_ACCOUNT, ...COLLEAGUES]

/** Who is away on Thursday and Friday of the next week. */
export const AWAY_NEXT_WEEK = 'colleague-2'
