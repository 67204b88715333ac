import { hash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { dayOnOffer, grantChannel, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { drawCouple, identityOf, ownWishOf, wishOf } from './fixtures/couples.ts'

const { pool } = await openTestDatabase()
const { ask } = await openApiSite()

let slots: readonly number[] = []
let channel: Record<string, string> = {}

beforeAll(async () => {
  const planted = await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 10 })
  slots = planted.slots.map((slot) => slot.id)
  channel = await grantChannel(pool)
})

const write = (path: string, body: unknown, { key = randomUUID(), headers = channel } = {}) =>
  ask(path, { body, key, headers })

describe('booking', () => {
  test('keeps the place for the partner and tells only what the two may know', async () => {
    const couple = drawCouple()
    const { status, json } = await write('/appointments', wishOf(slots[0], couple))
    expect(status).toBe(201)
    expect(json).toEqual({
      code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
      status: 'awaiting-partner',
      heldUntil: expect.stringMatching(/Z$/),
      partnerCode: expect.stringMatching(/^[A-Z2-9]{8}$/),
      office: { id: 'anji', name: '示例登记处 anji' },
      service: 'MARRIAGE',
      date: dayOnOffer(),
      start: '09:00',
      end: '09:15',
      parties: [expect.objectContaining({ agreed: true }), expect.objectContaining({ agreed: false })],
    })
    const told = JSON.stringify(json)
    for (const { name, documentNumber, phone } of [couple.him, couple.her]) {
      expect(told).not.toContain(name)
      expect(told).not.toContain(documentNumber)
      expect(told).not.toContain(phone)
    }
  })

  test('with the key of a region is for its own offices', async () => {
    const [home, away] = [await grantChannel(pool), await grantChannel(pool)]
    for (const [headers, region] of [
      [home, '330500'],
      [away, '440000'],
    ] as const)
      await pool.query(
        'UPDATE channel SET region_code = $2 WHERE id = (SELECT channel_id FROM channel_key WHERE key_hash = $1)',
        [hash('sha256', headers.Authorization?.replace('Bearer ', '') ?? '', 'buffer'), region],
      )
    const refused = await write('/appointments', wishOf(slots[0], drawCouple()), { headers: away })
    expect(refused).toMatchObject({
      status: 403,
      json: { errors: [{ path: 'slotId', reason: 'outside-channel-region' }] },
    })
    expect((await write('/appointments', wishOf(slots[0], drawCouple()), { headers: home })).status).toBe(201)
  })

  test('becomes an appointment when the other agrees, and not before', async () => {
    const couple = drawCouple()
    const booked = (await write('/appointments', wishOf(slots[0], couple))).json
    const agreement = { partnerCode: booked.partnerCode, onBehalfOf: identityOf(couple.her) }
    const confirmed = await write(`/appointments/${booked.code}/confirm`, agreement)
    expect(confirmed).toMatchObject({ status: 200, json: { code: booked.code, status: 'confirmed' } })
    const seen = await ask(`/appointments/${booked.code}`, { headers: channel })
    expect(seen.json).toMatchObject({ status: 'confirmed', parties: [{ agreed: true }, { agreed: true }] })
    expect(seen.json.heldUntil).toBeUndefined()
  })

  test('can be declined, moved and cancelled, and each gives its place back', async () => {
    const couple = drawCouple()
    const first = (await write('/appointments', wishOf(slots[1], couple))).json
    const agreement = { partnerCode: first.partnerCode, onBehalfOf: identityOf(couple.her) }
    const declined = await write(`/appointments/${first.code}/decline`, agreement)
    expect(declined.json).toEqual({ code: first.code, status: 'declined' })
    const second = (await write('/appointments', wishOf(slots[1], couple))).json
    const onBehalfOf = identityOf(couple.him)
    const moved = await write(`/appointments/${second.code}/move`, { slotId: slots[2], onBehalfOf })
    expect(moved.json).toMatchObject({ code: second.code, status: 'awaiting-partner' })
    const cancelled = await write(`/appointments/${second.code}/cancel`, { onBehalfOf })
    expect(cancelled).toMatchObject({ status: 200, json: { code: second.code, status: 'cancelled' } })
    await expectLedgerBalanced(pool)
  })

  test('shows the time that stands while a move waits, and going back to it takes the move back', async () => {
    const couple = drawCouple()
    const booked = (await write('/appointments', wishOf(slots[6], couple))).json
    const agreement = { partnerCode: booked.partnerCode, onBehalfOf: identityOf(couple.her) }
    await write(`/appointments/${booked.code}/confirm`, agreement)
    const onBehalfOf = identityOf(couple.him)
    const move = (slotId: number | undefined) =>
      write(`/appointments/${booked.code}/move`, { slotId, onBehalfOf })
    expect((await move(slots[7])).json).toMatchObject({ status: 'awaiting-partner' })
    const seen = (await ask(`/appointments/${booked.code}`, { headers: channel })).json
    const { date, start, end } = booked
    expect(seen.kept).toEqual({ slotId: slots[6], date, start, end })
    expect(seen.start).not.toBe(start)
    expect((await move(seen.kept.slotId)).json).toEqual({ code: booked.code, status: 'confirmed' })
    for (const slot of [slots[7], slots[8]]) await move(slot)
    const refused = await move(slots[9])
    expect(refused).toMatchObject({
      status: 403,
      json: { reason: 'not-allowed', errors: [{ path: 'code', reason: 'moves-used-up' }] },
    })
    expect(refused.json.errors[0].text).toMatch(/打电话/)
    await expectLedgerBalanced(pool)
  })

  test('from a page needs no onBehalfOf: the session says who books', async () => {
    const couple = drawCouple()
    const headers = await signInBrowser(couple.him)
    const booked = await write('/appointments', ownWishOf(slots[0], couple), { headers })
    expect(booked.status).toBe(201)
    const seen = (await ask(`/appointments/${booked.json.code}`, { headers })).json
    expect(seen.parties[0]).toMatchObject({ self: true, phone: couple.him.phone })
    expect(seen.parties[1]).not.toHaveProperty('phone')
  })
})

describe('the idempotency key', () => {
  test('gives the same answer again, however often, and books once', async () => {
    const couple = drawCouple()
    const key = randomUUID()
    const wish = wishOf(slots[3], couple)
    const answers = await Promise.all(Array.from({ length: 20 }, () => write('/appointments', wish, { key })))
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(answers.every((answer) => answer.status === 201)).toBe(true)
    const { rows } = await pool.query('SELECT taken FROM slot WHERE id = $1', [slots[3]])
    expect(rows).toEqual([{ taken: 1 }])
  })

  test('with another body is refused, and the first stands', async () => {
    const couple = drawCouple()
    const key = randomUUID()
    const first = await write('/appointments', wishOf(slots[4], couple), { key })
    const altered = await write('/appointments', wishOf(slots[5], couple), { key })
    expect(altered).toMatchObject({ status: 422, json: { reason: 'idempotency-mismatch' } })
    const seen = await ask(`/appointments/${first.json.code}`, { headers: channel })
    expect(seen.json).toMatchObject({ status: 'awaiting-partner', start: first.json.start })
  })

  test.each([
    ['missing', undefined],
    ['no UUID', 'again'],
  ])('is required: %s', async (_, key) => {
    const answer = await ask('/appointments', {
      body: wishOf(slots[0], drawCouple()),
      headers: channel,
      ...(key ? { key } : {}),
    })
    expect(answer).toMatchObject({
      status: 400,
      json: { reason: 'invalid-input', errors: [{ path: 'Idempotency-Key' }] },
    })
  })

  test('tells later what became of a write whose answer was lost', async () => {
    const key = randomUUID()
    const booked = await write('/appointments', wishOf(slots[0], drawCouple()), { key })
    const result = await ask(`/results/${key}`, { headers: channel })
    expect(result).toMatchObject({ status: 200, json: { operation: 'book', answer: booked.json } })
    expect(await ask(`/results/${randomUUID()}`, { headers: channel })).toMatchObject({
      status: 404,
      json: { reason: 'not-found' },
    })
    const other = await grantChannel(pool)
    expect((await ask(`/results/${key}`, { headers: other })).status).toBe(404)
  })
})

describe('a rush over HTTP', () => {
  test('of 200 on a slot of 10 lets 10 in and tells the others that it is full', async () => {
    const slot = slots[11]
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => write('/appointments', wishOf(slot, drawCouple()))),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10)
    expect(
      answers.filter((answer) => answer.status === 409 && answer.json.reason === 'slot-full'),
    ).toHaveLength(190)
    await expectLedgerBalanced(pool)
  })
})
