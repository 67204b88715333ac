import type { Pool } from '#lib/db/pool.ts'
import { caseLetterExpiry, judgeCaseLetter } from '#lib/domain/case-letter.ts'
import type { ComposedLetter, DueLetter } from '#lib/domain/letter.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { env } from '#lib/env.ts'
import { reachPerson } from '#lib/identity/reach-person.ts'
import { readCaseLetterRow } from './letter.sql.ts'
import { openCaseParty } from './open-case-party.ts'

const RECEIPT_TAIL = 4

/**
 * What one of the two people of a case is told, read from the case as it stands now; or that it has been overtaken.
 * Never who of the two did something: withdrawal is told to both in the same words. 民法典 art. 1077; PIPL art. 28.
 */
export async function composeCaseLetter(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  const { caseId, role, event } = message
  const row = caseId ? await readCaseLetterRow(pool, caseId, role) : undefined
  if (!caseId || !row) return { state: 'superseded' }
  const { status, office, provisional, receiptNumber, personIndex, sealed, ...deadlines } = row
  const verdict = judgeCaseLetter(message, { status, deadlines }, now)
  if (verdict !== 'send') return { state: verdict }
  const to = await reachPerson(pool, personIndex, openCaseParty(caseId, role, sealed).phone)
  if (!to) return { state: 'dead-address' }
  return {
    state: 'ready',
    to,
    personIndex,
    path: scopePath(office),
    expiresAt: caseLetterExpiry(event, deadlines),
    facts: {
      kind: event,
      service: 'DIVORCE_CERTIFICATE',
      date: status === 'open' ? deadlines.coolingOffEnd : undefined,
      fromDate: status === 'open' ? deadlines.firstServiceDay : undefined,
      untilDate: status === 'open' ? deadlines.certWindowEnd : undefined,
      receipt: receiptNumber.slice(-RECEIPT_TAIL),
      provisional: status === 'open' && provisional,
      office,
      link: `${env.publicUrl}/progress`,
    },
  }
}
