import type { CodeAddress } from '#lib/domain/one-time-code.ts'
import { sealJson } from './seal-json.ts'

/** What `outbox_message.sealed` holds of a message with a code: where it goes, and the digits. */
export interface CodeLetter extends CodeAddress {
  readonly code: string
}

/** Seals it. The row has no id yet, so the context is the table and the event. */
export function sealCodeLetter({ medium, address, code }: CodeLetter): Buffer {
  return sealJson('outbox_message code', { medium, address, code })
}
