import { openJson } from './open-json.ts'
import type { CodeLetter } from './seal-code-letter.ts'

/** What `sealCodeLetter` has sealed, for whoever delivers it. */
export function openCodeLetter(sealed: Uint8Array): CodeLetter {
  return openJson<CodeLetter>('outbox_message code', sealed)
}
