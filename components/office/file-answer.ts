/** What is told of a file that was sent: what is wrong with it as a whole, what it would do, or where to go on. */
export interface FileAnswer {
  readonly faults: readonly string[]
  readonly judged?: JudgedLines
  readonly to?: string
}

export interface JudgedLines {
  readonly summary: string
  /** How many lines change nothing, in words; empty for none. */
  readonly hidden: string
  readonly lines: readonly JudgedLine[]
  readonly verdict: 'ready' | 'nothing' | 'refused'
  readonly picture: string
}

interface JudgedLine {
  readonly line: number
  readonly kind: 'new' | 'changed' | 'unchanged' | 'refused'
  readonly mark: string
  readonly office: string
  readonly says: readonly string[]
}
