import { USUAL_QUIET } from '#lib/domain/contact.ts'
import type { ComposedLetter, DueLetter } from '#lib/domain/letter.ts'
import { CODE_MINUTES } from '#lib/domain/one-time-code.ts'
import { openCodeLetter } from './open-code-letter.ts'

/** A one-time code goes to the very address that it is to prove, and is worth nothing after its minutes. */
export function composeCodeLetter({ dueAt, sealed }: DueLetter): ComposedLetter {
  if (!sealed) return { state: 'superseded' }
  const { medium, address, code } = openCodeLetter(sealed)
  const until = new Date(dueAt.getTime() + CODE_MINUTES * 60_000)
  return {
    state: 'ready',
    to: { medium, address, ...USUAL_QUIET },
    personIndex: undefined,
    path: [{ scope: 'national', scopeId: 'CN' }],
    expiresAt: until,
    facts: { kind: 'code', digits: code, until },
  }
}
