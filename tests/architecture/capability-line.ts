/** The line of capabilities: each may import those before it, never those after. */
export const CAPABILITY_LINE: readonly string[] = [
  'audit',
  'notification',
  'approval',
  'identity',
  'office',
  'divorce',
  'booking',
  'materials',
  'rush',
  'capacity',
  'desk',
  'staffing',
  'numbers',
  'bundle',
  'quality',
]

const IN_A_CAPABILITY = new RegExp(`^lib/(${CAPABILITY_LINE.join('|')})/`)

/** The capability whose folder in `lib/` the file lies in; `null` outside of them. */
export function capabilityOf(path: string): string | null {
  return IN_A_CAPABILITY.exec(path)?.[1] ?? null
}

/** The place in the line, the first being 0. */
export function placeInLine(capability: string): number {
  return CAPABILITY_LINE.indexOf(capability)
}
