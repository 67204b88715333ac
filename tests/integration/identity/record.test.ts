import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mintActor, type VerifiedIdentity } from '#lib/domain/actor.ts'
import { endAllSessions } from '#lib/identity/end-all-sessions.ts'
import { endSession } from '#lib/identity/end-session.ts'
import { findSession } from '#lib/identity/find-session.ts'
import { signInPerson } from '#lib/identity/sign-in-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const NOW = new Date('2026-11-22T01:00:00Z')
const identityOf = (documentNumber: string): VerifiedIdentity => ({
  name: '林晓川',
  documentType: 'RESIDENT_ID',
  documentNumber,
  phone: '13800000001',
})
const signIn = (identity: VerifiedIdentity, issuer = 'https://id.example') =>
  signInPerson({ issuer, subject: randomUUID(), identity, now: NOW })

async function recordOf(personId: string): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT act FROM audit_entry WHERE subject_kind = 'person' AND subject_id = $1 AND actor_id = $1 ORDER BY id`,
    [personId],
  )
  return rows.map(({ act }) => act)
}

describe('the record of sign-ins', () => {
  test('has each sign-in and each sign-out once, and nothing for being at work', async () => {
    const { personId, sessionId } = await signIn(identityOf('110000199001010013'))
    await findSession(sessionId, { now: new Date(NOW.getTime() + 120_000), touch: true })
    await endSession(sessionId, NOW)
    await endSession(sessionId, NOW)
    expect(await recordOf(personId)).toEqual(['signed-in', 'signed-out'])
  })

  test('has one entry for signing out everywhere, however many sessions there were', async () => {
    const identity = identityOf('110000199001010021')
    const [one, other] = [await signIn(identity), await signIn(identity, 'https://other.example')]
    const stranger = await signIn(identityOf('11000019900101003X'))
    const actor = mintActor({ kind: 'person', id: one.personId, identity })
    expect(await endAllSessions(actor, NOW)).toBe(2)
    expect(await endAllSessions(actor, NOW)).toBe(0)
    for (const { sessionId } of [one, other]) {
      expect(await findSession(sessionId, { now: NOW, touch: false })).toBeUndefined()
    }
    expect(await findSession(stranger.sessionId, { now: NOW, touch: false })).toBeDefined()
    expect(await recordOf(one.personId)).toEqual(['signed-in', 'signed-out-everywhere'])
  })
})
