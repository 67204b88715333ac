import { createHash } from 'node:crypto'
import type { Version } from '#lib/domain/version-line.ts'

/** A short word for the versions of a place as somebody saw them; another word means that one came or went since. */
export function hashLine(line: readonly Version[]): string {
  const seen = line.map(({ id, validFrom, validTo }) => `${id} ${validFrom} ${validTo ?? ''}`).sort()
  return createHash('sha256').update(seen.join('\n')).digest('hex').slice(0, 32)
}
