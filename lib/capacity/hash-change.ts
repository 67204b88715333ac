import { createHash } from 'node:crypto'

/** A short word for a change or a picture: another word means that it is another one. The order of keys does not matter. */
export function hashChange(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value, (_, part: unknown) => sorted(part)))
    .digest('hex')
    .slice(0, 32)
}

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => one.localeCompare(other)))
}
