import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Actor, identityOf, mintActor } from '#lib/domain/actor.ts'
import type { Contact } from '#lib/domain/contact.ts'
import { checkOneTimeCode } from '#lib/identity/check-one-time-code.ts'
import { findContact } from '#lib/identity/find-contact.ts'
import { findOwnContact } from '#lib/identity/find-own-contact.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { saveContact } from '#lib/identity/save-contact.ts'
import type { LooseLetter } from '#lib/identity/seal-letter.ts'
import { sendOneTimeCode } from '#lib/identity/send-one-time-code.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()

const NOW = new Date('2026-11-22T01:00:00Z')
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const QUIET = { quietFrom: '21:00', quietUntil: '08:00' } as const
const contactAt = (address: string, more: Partial<Contact> = {}): Contact => ({
  medium: 'email',
  address,
  ...QUIET,
  ...more,
})

let drawn = 0
function somebody(): Actor & { kind: 'person' } {
  drawn += 1
  const actor = mintActor({ kind: 'person', id: randomUUID(), identity: syntheticPerson(drawn) })
  return actor as Actor & { kind: 'person' }
}

/** Asks for a code to this address and reads it as the messenger would. */
async function codeFor({ medium, address }: Contact, sessionId: string): Promise<string> {
  const to = { medium, address }
  const wish = { purpose: 'contact', to, client: randomUUID(), locale: 'zh-CN', now: NOW } as const
  expect(await sendOneTimeCode(pool, { ...wish, sessionId })).toMatchObject({ ok: true })
  const { rows } = await pool.query(
    "SELECT sealed FROM outbox_message WHERE event = 'code' ORDER BY id DESC LIMIT 1",
  )
  return openJson<LooseLetter>('letter', rows[0].sealed).digits ?? ''
}

const change = (
  actor: Actor,
  contact: Contact,
  more: { typed?: string; sessionId?: string; now?: Date } = {},
) => saveContact(pool, { actor, contact, sessionId: randomUUID(), signedInAt: NOW, now: NOW, ...more })

async function withContact(contact: Contact): Promise<Actor & { kind: 'person' }> {
  const actor = somebody()
  const sessionId = randomUUID()
  const typed = await codeFor(contact, sessionId)
  expect(await change(actor, contact, { sessionId, typed })).toEqual({ ok: true, value: true })
  return actor
}

describe('a new contact', () => {
  test('is kept once the code sent there has come back', async () => {
    const contact = contactAt('lin@example.com', { callFrom: '12:00', callUntil: '13:30', safe: true })
    const actor = await withContact(contact)
    expect(await findOwnContact(pool, actor)).toEqual({ ...contact, dead: false })
    const { rows } = await pool.query('SELECT act, subject_kind FROM audit_entry WHERE actor_id = $1', [
      actor.id,
    ])
    expect(rows).toEqual([{ act: 'contact-changed', subject_kind: 'person' }])
  })

  test.each([
    ['no code', undefined],
    ['wrong digits', '000000'],
  ])('is not kept with %s', async (_, typed) => {
    const actor = somebody()
    const kept = await change(actor, contactAt('nobody@example.com'), typed === undefined ? {} : { typed })
    expect(kept).toMatchObject({ ok: false, reason: 'invalid-input', errors: [{ path: 'code' }] })
    expect(await findOwnContact(pool, actor)).toBeUndefined()
  })

  test('is not kept with a code that was sent to another address, or in another session', async () => {
    const actor = somebody()
    const sessionId = randomUUID()
    const typed = await codeFor(contactAt('mine@example.com'), sessionId)
    expect(await change(actor, contactAt('other@example.com'), { sessionId, typed })).toMatchObject({
      ok: false,
    })
    expect(await change(actor, contactAt('mine@example.com'), { typed })).toMatchObject({ ok: false })
    expect(await change(actor, contactAt('mine@example.com'), { sessionId, typed })).toMatchObject({
      ok: true,
    })
  })

  test('needs a sign-in that is not old: a phone that lies about is not enough', async () => {
    const actor = somebody()
    const contact = contactAt('late@example.com')
    const sessionId = randomUUID()
    const typed = await codeFor(contact, sessionId)
    expect(await change(actor, contact, { sessionId, typed, now: minutesLater(20) })).toEqual({
      ok: false,
      reason: 'not-allowed',
      errors: [{ path: 'session', reason: 'sign-in-again' }],
    })
    const to = { medium: contact.medium, address: contact.address }
    // The code was not used up by the refusal.
    expect(
      await checkOneTimeCode(pool, { sessionId, purpose: 'contact', to, typed, now: NOW }),
    ).toMatchObject({ ok: true })
  })

  test('that is the phone of the sign-in needs no code', async () => {
    const actor = somebody()
    const { phone = '' } = actor.identity
    expect(await change(actor, contactAt(phone, { medium: 'sms' }))).toMatchObject({ ok: true })
  })

  test('takes the place of the one before, whose silence no longer counts', async () => {
    const actor = await withContact(contactAt('old@example.com'))
    await pool.query('UPDATE contact SET dead_since = now() WHERE person_index = $1', [indexOf(actor)])
    expect(await findOwnContact(pool, actor)).toMatchObject({ dead: true })
    // A dead address is proved again; a living one is not asked for a code when only the hours change.
    expect(await change(actor, contactAt('old@example.com'))).toMatchObject({ ok: false })
    const sessionId = randomUUID()
    const typed = await codeFor(contactAt('new@example.com'), sessionId)
    await change(actor, contactAt('new@example.com'), { sessionId, typed })
    const later = contactAt('new@example.com', { quietFrom: '20:00' })
    expect(await change(actor, later)).toMatchObject({ ok: true })
    expect(await findOwnContact(pool, actor)).toEqual({ ...later, dead: false })
    const { rowCount } = await pool.query('SELECT FROM contact WHERE person_index = $1', [indexOf(actor)])
    expect(rowCount).toBe(1)
  })

  test('is told to nobody at the old address', async () => {
    const actor = await withContact(contactAt('shared@example.com'))
    const sessionId = randomUUID()
    const typed = await codeFor(contactAt('safe@example.com'), sessionId)
    const before = await pool.query('SELECT count(*)::int AS messages FROM outbox_message')
    await change(actor, contactAt('safe@example.com'), { sessionId, typed })
    const after = await pool.query('SELECT count(*)::int AS messages FROM outbox_message')
    expect(after.rows).toEqual(before.rows)
  })
})

describe('somebody’s contact', () => {
  test('is shown to nobody else, nor to a channel that speaks for its owner', async () => {
    const owner = await withContact(contactAt('secret@example.com', { safe: true }))
    const { identity } = owner
    const scopes = ['read', 'book', 'desk']
    const channel = mintActor({ kind: 'channel', id: randomUUID(), scopes, onBehalfOf: identity })
    expect(await findOwnContact(pool, somebody())).toBeUndefined()
    expect(await findOwnContact(pool, channel)).toBeUndefined()
    expect(await change(channel, contactAt('stolen@example.com'))).toMatchObject({ reason: 'not-allowed' })
    expect(await findOwnContact(pool, owner)).toMatchObject({ address: 'secret@example.com' })
  })

  test('cannot be read in the database, nor be put under somebody else’s name', async () => {
    const [owner, thief] = [await withContact(contactAt('hidden@example.com')), somebody()]
    const { rows } = await pool.query(
      'SELECT c::text AS row, sealed FROM contact c WHERE person_index = $1',
      [indexOf(owner)],
    )
    expect(rows[0].row).not.toContain('hidden')
    expect(Buffer.from(rows[0].sealed).includes('hidden')).toBe(false)
    await pool.query('INSERT INTO contact (person_index, sealed, updated_at) VALUES ($1, $2, now())', [
      indexOf(thief),
      rows[0].sealed,
    ])
    await expect(findContact(pool, indexOf(thief))).rejects.toThrow()
  })
})

function indexOf(actor: Actor): Buffer {
  const identity = identityOf(actor)
  return indexPerson(identity?.documentType ?? 'RESIDENT_ID', identity?.documentNumber ?? '')
}
