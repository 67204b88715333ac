import type { Contact } from '#lib/domain/contact.ts'
import { sealJson } from './seal-json.ts'

/** What is kept of a contact (`contact.sealed`), bound to the person it belongs to. */
export function sealContact(personIndex: Uint8Array, contact: Contact): Buffer {
  return sealJson(`contact ${Buffer.from(personIndex).toString('hex')}`, contact)
}
