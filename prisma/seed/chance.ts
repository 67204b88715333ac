import { createHash } from 'node:crypto'

/** A number from 0 up to 1 that looks like chance and is the same in every run: it depends on the words alone. */
export function chance(...words: readonly (string | number)[]): number {
  return bytesOf(...words).readUInt32BE(0) / 2 ** 32
}

/** 32 bytes that look random and depend on the words alone. */
export function bytesOf(...words: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(words.join('\n')).digest()
}
