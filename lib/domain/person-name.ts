// Letters and marks of any script; inside also spaces, the dots of transcribed names, hyphen and apostrophe.
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .·•'’-]{0,79}$/u

/** A full name as on the document, spaces folded; undefined when it holds digits, signs or nothing. */
export function readPersonName(value: string): string | undefined {
  const name = value.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return NAME.test(name) ? name : undefined
}

/** Whether two spellings are one name: case, spaces and the kind of middle dot do not count. */
export function isSameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other)
}

function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s.·•'’-]/g, '')
    .toUpperCase()
}
