/** A sign to be said on the telephone: a figure, or a letter that needs a code word. */
export interface SpokenSign {
  readonly sign: string
  readonly kind: 'digit' | 'letter' | 'other'
}

/** How a number is said: in groups, as people say theirs, sign by sign. */
export function readAloud(text: string): SpokenSign[][] {
  const signs = Array.from(text.replace(/[\s-]/g, '').toUpperCase())
  return groupsOf(signs).map((group) => group.map((sign) => ({ sign, kind: kindOf(sign) })))
}

// An identity number by region, year, day and the rest; a mobile number by 3-4-4; anything else in fours.
function groupsOf(signs: readonly string[]): string[][] {
  const lengths = signs.length === 18 ? [6, 4, 4, 4] : signs.length === 11 ? [3, 4, 4] : []
  const groups: string[][] = []
  for (let start = 0; start < signs.length; ) {
    const length = lengths[groups.length] ?? 4
    groups.push(signs.slice(start, start + length))
    start += length
  }
  return groups
}

function kindOf(sign: string): SpokenSign['kind'] {
  if (/\d/.test(sign)) return 'digit'
  return /[A-Z]/.test(sign) ? 'letter' : 'other'
}
