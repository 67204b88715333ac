/** Why somebody cancels, as far as they want to say; literals of the API and of what the desk counts. */
export const CANCEL_REASONS = [
  'other-time',
  'papers-missing',
  'elsewhere',
  'changed-plans',
  'booked-wrongly',
] as const

const LONGEST = 200
const BY_PARTY = 'by-party'

/** What is kept of a reason: a literal, words, or both, behind the mark that one of the two cancelled. */
export function cancelReasonText(...parts: readonly (string | undefined)[]): string {
  const told = parts.map((part) => part?.trim()).filter(Boolean)
  return [BY_PARTY, ...told].join(': ').slice(0, LONGEST + BY_PARTY.length + 2)
}

/** An end reason as the two may see it: what one of them told the office is for the office alone. */
export function withoutWords(endReason: string | undefined): string | undefined {
  return endReason?.startsWith(BY_PARTY) ? BY_PARTY : endReason
}
