import { createHash } from 'node:crypto'
import { type ChainedEntry, entryText } from '#lib/domain/audit-chain.ts'

/** The hash of a link: SHA-256 over the 32 bytes of the link before and the text of the entry in UTF-8. */
export function hashEntry(previous: Buffer, entry: ChainedEntry): Buffer {
  return createHash('sha256').update(previous).update(entryText(entry)).digest()
}
