import { describe, expect, test } from 'vitest'
import { answerCorrection } from '#lib/booking/answer-correction.ts'
import { findOwnCorrection } from '#lib/booking/find-own-correction.ts'
import { requestCorrection } from '#lib/booking/request-correction.ts'
import { mintActor } from '#lib/domain/actor.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, type Booked, waitingCouple } from './fixtures/booked.ts'
import { type SignedIn, somebody } from './fixtures/couples.ts'
import { minutesLater, NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const [slot] = await plantSlots(pool, { capacity: 100 })
const WORDS = '我的名字写错了，应该是“川”。'

const ask = ({ code }: Pick<Booked, 'code'>, { actor }: SignedIn, text = WORDS, now = NOW) =>
  requestCorrection(pool, { actor, code, text, now })
const look = ({ code }: Booked, { actor }: SignedIn) => findOwnCorrection(pool, { actor, code, now: NOW })

async function officeOf({ code }: Booked): Promise<string> {
  const { rows } = await pool.query('SELECT office_id AS id FROM appointment WHERE code = $1', [code])
  return rows[0].id
}

describe('a correction request', () => {
  test('is kept sealed, shown to the one who made it, and to nobody else', async () => {
    const booked = await waitingCouple(pool, slot)
    accepted(await ask(booked, booked.first))
    expect(await look(booked, booked.first)).toEqual({ text: WORDS, createdAt: NOW })
    expect(await look(booked, booked.second)).toBeUndefined()
    expect(await look(booked, somebody())).toBeUndefined()
    const { rows } = await pool.query(`SELECT encode(sealed, 'escape') AS sealed FROM correction_request`)
    expect(rows).toHaveLength(1)
    expect(rows[0].sealed).not.toContain(WORDS)
  })

  test('is one at a time for each of the two, also when sent twenty times at once', async () => {
    const booked = await waitingCouple(pool, slot)
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(booked, booked.first)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: 'not-allowed',
      errors: [{ path: 'code', reason: 'already-asked' }],
    })
    expect(await ask(booked, booked.second)).toMatchObject({ ok: true })
  })

  test('says something, and not too much', async () => {
    const booked = await waitingCouple(pool, slot)
    expect(await ask(booked, booked.first, '  ')).toMatchObject({
      errors: [{ path: 'text', reason: 'required' }],
    })
    expect(await ask(booked, booked.first, '川'.repeat(501))).toMatchObject({
      errors: [{ path: 'text', reason: 'too-long' }],
    })
    expect(await look(booked, booked.first)).toBeUndefined()
  })

  test('is for the two in person, not for strangers nor for a channel that speaks for them', async () => {
    const booked = await waitingCouple(pool, slot)
    const channel = mintActor({
      kind: 'channel',
      id: '01890000-0000-7000-8000-000000000001',
      scopes: ['read', 'book'],
      onBehalfOf: booked.first.party,
    })
    expect(await ask(booked, somebody())).toMatchObject({ reason: 'not-found' })
    expect(await ask(booked, { ...booked.first, actor: channel })).toMatchObject({ reason: 'not-found' })
  })
})

describe('the answer of the desk', () => {
  test('ends the request once, goes on the record, and leaves room for another one', async () => {
    const booked = await waitingCouple(pool, slot)
    const { id } = accepted(await ask(booked, booked.first))
    const officeId = await officeOf(booked)
    const wish = { staffId: 'clerk-7', officeId, id, answer: 'corrected', now: minutesLater(5) } as const
    const answers = await Promise.all([answerCorrection(pool, wish), answerCorrection(pool, wish)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await look(booked, booked.first)).toEqual({
      text: WORDS,
      createdAt: NOW,
      answeredAt: minutesLater(5),
      answer: 'corrected',
    })
    const { rows } = await pool.query(
      `SELECT actor_kind, actor_id, act FROM audit_entry WHERE act LIKE 'correction-%'
       AND subject_id = (SELECT id::text FROM appointment WHERE code = $1) ORDER BY id`,
      [booked.code],
    )
    expect(rows).toEqual([
      { actor_kind: 'person', actor_id: booked.first.actor.id, act: 'correction-asked' },
      { actor_kind: 'staff', actor_id: 'clerk-7', act: 'correction-answered' },
    ])
    accepted(await ask(booked, booked.first, '还有电话。', minutesLater(6)))
    expect(await look(booked, booked.first)).toEqual({ text: '还有电话。', createdAt: minutesLater(6) })
  })

  test('of another office is refused and changes nothing', async () => {
    const booked = await waitingCouple(pool, slot)
    const { id } = accepted(await ask(booked, booked.first))
    const wish = { staffId: 'clerk-7', officeId: 'elsewhere', id, answer: 'refused', now: NOW } as const
    expect(await answerCorrection(pool, wish)).toEqual({ ok: false, reason: 'not-found' })
    expect(await look(booked, booked.first)).toEqual({ text: WORDS, createdAt: NOW })
  })
})
