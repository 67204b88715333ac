/** Two texts as what they share at both ends, and what differs between. */
export interface TextDifference {
  readonly start: string
  readonly from: string
  readonly to: string
  readonly end: string
}

export function textDifference(from: string, to: string): TextDifference {
  const [one, other] = [[...from], [...to]]
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one[start] === other[start]) start += 1
  let end = 0
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1
  return {
    start: one.slice(0, start).join(''),
    from: one.slice(start, one.length - end).join(''),
    to: other.slice(start, other.length - end).join(''),
    end: one.slice(one.length - end).join(''),
  }
}
