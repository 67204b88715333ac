import { beforeEach, describe, expect, test } from 'vitest'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { endSession } from '#lib/identity/end-session.ts'
import { findSession } from '#lib/identity/find-session.ts'
import { signInPerson } from '#lib/identity/sign-in-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { db, pool } = await openTestDatabase()

const START = new Date('2026-11-22T01:00:00Z')
const ISSUER = 'https://id.example'
const LIN: VerifiedIdentity = {
  name: '林晓川',
  documentType: 'RESIDENT_ID',
  documentNumber: '110000199001010013',
  phone: '13800000001',
}

const at = (minutes: number, seconds = 0) => new Date(START.getTime() + (minutes * 60 + seconds) * 1000)
const signIn = (subject = 'lin', identity = LIN, now = START) =>
  signInPerson({ issuer: ISSUER, subject, identity, now })
const look = (sessionId: string, now: Date) => findSession(sessionId, { now, touch: true })

beforeEach(async () => {
  await db.person.deleteMany()
})

describe('a session', () => {
  test('tells who signed in', async () => {
    const { sessionId, personId } = await signIn()
    expect(await look(sessionId, START)).toEqual({
      personId,
      identity: LIN,
      signedInAt: START,
      endsAt: at(20),
    })
  })

  test('is over after 20 minutes without a sign of life', async () => {
    const { sessionId } = await signIn()
    expect(await look(sessionId, at(20))).toBeUndefined()
    // Judged at read, not by a job: nothing was written, and a clock before the end still finds it.
    expect(await look(sessionId, at(19, 59))).toBeDefined()
  })

  test('goes on for 20 minutes after each sign of life', async () => {
    const { sessionId } = await signIn()
    for (const minutes of [15, 30, 45, 60]) {
      expect(await look(sessionId, at(minutes))).toMatchObject({ endsAt: at(minutes + 20) })
    }
    expect(await look(sessionId, at(80))).toBeUndefined()
  })

  test('is over 12 hours after signing in, however busy', async () => {
    const { sessionId } = await signIn()
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      expect(await look(sessionId, at(minutes))).toBeDefined()
    }
    expect(await look(sessionId, at(12 * 60 - 1))).toMatchObject({ endsAt: at(12 * 60) })
    expect(await look(sessionId, at(12 * 60))).toBeUndefined()
  })

  test('is not prolonged by merely asking how long it lasts', async () => {
    const { sessionId } = await signIn()
    const asked = await findSession(sessionId, { now: at(10), touch: false })
    expect(asked?.endsAt).toEqual(at(20))
    expect(await look(sessionId, at(20))).toBeUndefined()
  })

  test('is written at most once a minute', async () => {
    const { sessionId } = await signIn()
    const lastSeen = async () =>
      (await db.personSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt
    await look(sessionId, at(0, 59))
    expect(await lastSeen()).toEqual(START)
    await look(sessionId, at(1))
    expect(await lastSeen()).toEqual(at(1))
  })

  test('is over at once when it is ended, and stays so', async () => {
    const { sessionId } = await signIn()
    await endSession(sessionId, at(1))
    await endSession(sessionId, at(2))
    expect(await look(sessionId, at(1))).toBeUndefined()
    expect(await db.personSession.findMany({ select: { endedAt: true } })).toEqual([{ endedAt: at(1) }])
  })

  test('that nobody opened is nobody', async () => {
    expect(await look('01890000-0000-7000-8000-000000000000', START)).toBeUndefined()
  })
})

describe('a person', () => {
  test('who signs in again is the same one, with what the identity service says now', async () => {
    const first = await signIn()
    const again = await signIn('lin', { ...LIN, phone: '13900000002' }, at(5))
    expect(again.personId).toBe(first.personId)
    expect(again.sessionId).not.toBe(first.sessionId)
    expect((await look(first.sessionId, at(6)))?.identity.phone).toBe('13900000002')
  })

  test('of the same subject at another service is another one', async () => {
    const one = await signIn()
    const other = await signInPerson({
      issuer: 'https://other.example',
      subject: 'lin',
      identity: LIN,
      now: START,
    })
    expect(other.personId).not.toBe(one.personId)
  })

  test('whose first sign-ins come at the same moment is one person with as many sessions', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => signIn()))
    expect(new Set(made.map(({ personId }) => personId)).size).toBe(1)
    expect(new Set(made.map(({ sessionId }) => sessionId)).size).toBe(20)
    expect(await db.person.count()).toBe(1)
  })

  test('cannot be read in the database', async () => {
    await signIn()
    const { rows } = await pool.query('select p::text as row, sealed, person_index from person p')
    expect(rows).toHaveLength(1)
    for (const text of [LIN.name, LIN.documentNumber, LIN.phone ?? '']) {
      expect(rows[0].row).not.toContain(text)
      expect(rows[0].row).not.toContain(Buffer.from(text).toString('hex'))
      expect(Buffer.from(rows[0].sealed).includes(text)).toBe(false)
    }
  })
})
