import { USUAL_QUIET } from '#lib/domain/contact.ts'
import type { ComposedLetter, DueLetter } from '#lib/domain/letter.ts'
import { openJson } from './open-json.ts'
import type { LooseLetter } from './seal-letter.ts'

/** A one-time code goes to the very address that it is to prove, and is worth nothing after its minutes. */
export function composeCodeLetter({ sealed }: DueLetter): ComposedLetter {
  if (!sealed) return { state: 'superseded' }
  const letter = openJson<LooseLetter>('letter', sealed)
  const until = new Date(letter.until)
  return {
    state: 'ready',
    to: { ...letter.to, ...USUAL_QUIET },
    personIndex: undefined,
    path: [{ scope: 'national', scopeId: 'CN' }],
    expiresAt: until,
    facts: { kind: 'code', digits: letter.digits, until },
  }
}
