import { createHash, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test } from 'vitest'
import { authenticate, withOnBehalfOf } from '#lib/api/authenticate.ts'
import type { Actor, VerifiedIdentity } from '#lib/domain/actor.ts'
import { findChannel } from '#lib/identity/find-channel.ts'
import { signInPerson } from '#lib/identity/sign-in-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { db } = await openTestDatabase()

const START = new Date('2026-11-22T01:00:00Z')
const SECRET = process.env.SESSION_SECRET ?? ''
const LIN: VerifiedIdentity = { name: '林晓川', documentType: 'PASSPORT', documentNumber: 'E00000019' }
const UNKNOWN_KEY = {
  ok: false,
  reason: 'not-allowed',
  errors: [{ path: 'authorization', reason: 'unknown-key' }],
}
const OTHER_SITE = { ok: false, reason: 'not-allowed', errors: [{ path: 'origin', reason: 'other-site' }] }

const at = (ms: number) => new Date(START.getTime() + ms)

let key = ''
let channelId = ''

beforeEach(async () => {
  key = `yd_${randomUUID().replaceAll('-', '')}`
  channelId = randomUUID()
  await db.channel.create({
    data: {
      id: channelId,
      name: 'a mini-program',
      scopes: ['read', 'book'],
      ratePerMinute: 600,
      createdAt: START,
      keys: {
        create: {
          id: randomUUID(),
          prefix: key.slice(0, 8),
          keyHash: createHash('sha256').update(key).digest(),
          createdAt: START,
        },
      },
    },
  })
})

const ask = (headers: Record<string, string>, { method = 'GET', now = START } = {}) =>
  authenticate({ method, header: (name) => new Headers(headers).get(name) ?? undefined }, now)

async function sessionCookie(): Promise<{ cookie: string; personId: string }> {
  const { sessionId, personId } = await signInPerson({
    issuer: 'https://id.example',
    subject: randomUUID(),
    identity: LIN,
    now: START,
  })
  return {
    cookie: `other=1; yd-session=${await encode({ token: { sid: sessionId }, secret: SECRET })}`,
    personId,
  }
}

describe('a channel', () => {
  test('is known by its key, with its scopes from the database', async () => {
    expect(await ask({ authorization: `Bearer ${key}` })).toEqual({
      kind: 'channel',
      id: channelId,
      scopes: ['read', 'book'],
    })
  })

  test.each([
    'Bearer yd_0123456789abcdef0123456789abcdef',
    'Bearer yd_',
    'Bearer ',
    'Basic eWQ6eWQ=',
    `Bearer yd_${'a'.repeat(5000)}`,
    "Bearer yd_0123456789abcdef' or '1'='1",
  ])('with %s is refused, never taken for a visitor', async (authorization) => {
    expect(await ask({ authorization })).toEqual(UNKNOWN_KEY)
  })

  test('with a wrong key is refused even beside a good session', async () => {
    const { cookie } = await sessionCookie()
    expect(await ask({ cookie, authorization: 'Bearer yd_0123456789abcdef01234567' })).toEqual(UNKNOWN_KEY)
  })

  test('is refused within a second of being switched off', async () => {
    expect(await findChannel(key, START)).toMatchObject({ id: channelId, ratePerMinute: 600 })
    await db.channel.update({ where: { id: channelId }, data: { active: false } })
    expect(await ask({ authorization: `Bearer ${key}` }, { now: at(1000) })).toEqual(UNKNOWN_KEY)
  })

  test('is looked up once a second, however many requests come', async () => {
    const asked = Array.from({ length: 50 }, (_, index) => findChannel(key, at(index * 10)))
    expect(new Set(asked).size).toBe(1)
    expect(findChannel(key, at(1000))).not.toBe(asked[0])
  })

  test('whose key is new works at once, though it was asked for in vain before', async () => {
    await db.channel.update({ where: { id: channelId }, data: { active: false } })
    expect(await findChannel(key, START)).toBeUndefined()
    await db.channel.update({ where: { id: channelId }, data: { active: true } })
    expect(await findChannel(key, at(1))).toBeDefined()
  })

  test('speaks for whom it has verified; a person speaks for no one else', async () => {
    const channel = (await ask({ authorization: `Bearer ${key}` })) as Actor
    expect(withOnBehalfOf(channel, LIN)).toEqual({
      ok: true,
      value: { kind: 'channel', id: channelId, scopes: ['read', 'book'], onBehalfOf: LIN },
    })
    const { cookie } = await sessionCookie()
    const person = (await ask({ cookie })) as Actor
    expect(withOnBehalfOf(person, { ...LIN, name: '别人' })).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    })
  })
})

describe('a person', () => {
  test('is known by the session, with the facts from the database', async () => {
    const { cookie, personId } = await sessionCookie()
    expect(await ask({ cookie })).toEqual({ kind: 'person', id: personId, identity: LIN })
  })

  test('whose session is over is a visitor', async () => {
    const { cookie } = await sessionCookie()
    expect(await ask({ cookie }, { now: at(20 * 60_000) })).toBe('anonymous')
  })

  test.each([
    ['no cookie at all', ''],
    ['no token', 'yd-session='],
    ['no such token', 'yd-session=eyJhbGciOiJub25lIn0..x.y.z'],
  ])('with %s is a visitor', async (_, cookie) => {
    expect(await ask({ cookie })).toBe('anonymous')
  })

  test('with a token sealed under another secret is a visitor', async () => {
    const forged = await encode({ token: { sid: randomUUID() }, secret: 'another secret' })
    expect(await ask({ cookie: `yd-session=${forged}` })).toBe('anonymous')
  })

  test.each([
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'http://localhost:3000', host: 'localhost:3000' },
    { referer: 'http://localhost:3000/book', host: 'localhost:3000' },
  ])('writes from our own pages: %o', async (headers) => {
    const { cookie } = await sessionCookie()
    expect(await ask({ cookie, ...headers }, { method: 'POST' })).toMatchObject({ kind: 'person' })
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000', host: 'localhost:3000' },
    { origin: 'https://evil.example', host: 'localhost:3000' },
    { origin: 'null', host: 'localhost:3000' },
    { origin: 'http://localhost:3000.evil.example', host: 'localhost:3000' },
    { referer: 'https://evil.example/localhost:3000', host: 'localhost:3000' },
    { host: 'localhost:3000' },
  ])('does not write from elsewhere: %o', async (headers) => {
    const { cookie } = await sessionCookie()
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await ask({ cookie, ...(headers as Record<string, string>) }, { method })).toEqual(OTHER_SITE)
    }
  })
})
