/** One place that breaks a law. The sentence says what is wrong and where the code belongs instead. */
export interface Finding {
  path: string
  line: number
  sentence: string
}

/** `path:line sentence`, sorted: what a failing run prints, and nothing when all is well. */
export function report(findings: readonly Finding[]): string {
  return findings
    .map(({ path, line, sentence }) => `${path}:${line} ${sentence}`)
    .sort()
    .join('\n')
}
