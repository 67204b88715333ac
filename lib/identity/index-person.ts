import { createHmac } from 'node:crypto'
import type { DocumentType } from '#lib/domain/party-type.ts'
import { loadKeys } from './load-keys.ts'

/**
 * By what a person is found without reading anybody's number: 32 bytes, the same for the same document, worthless
 * without the index key. The number must be normalized (`readDocumentNumber`).
 */
export function indexPerson(documentType: DocumentType, normalizedNumber: string): Buffer {
  return createHmac('sha256', loadKeys().index).update(`${documentType}\n${normalizedNumber}`).digest()
}
