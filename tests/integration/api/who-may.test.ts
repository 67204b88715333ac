import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, grantChannel, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { type Couple, drawCouple, identityOf, ownWishOf, wishOf } from './fixtures/couples.ts'
import { refused } from './fixtures/refused.ts'

const { pool } = await openTestDatabase()
const { ask } = await openApiSite()

let slot = 0
let channel: Record<string, string> = {}

beforeAll(async () => {
  const { slots } = await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 500 })
  slot = slots[0]?.id ?? 0
  channel = await grantChannel(pool)
})

const write = (path: string, body: unknown, headers = channel) =>
  ask(path, { body, key: randomUUID(), headers: { 'Accept-Language': 'en', ...headers } })
const book = (couple: Couple) => write('/appointments', wishOf(slot, couple))

test('nobody in particular cannot book', async () => {
  const answer = ask('/appointments', { body: wishOf(slot, drawCouple()), key: randomUUID() })
  await refused(answer, 401, 'not-allowed', [{ path: 'authorization', reason: 'sign-in-needed' }])
  expect((await answer).headers.get('www-authenticate')).toContain('Bearer')
})

test('a key that opens nothing opens nothing, not even a public read', async () => {
  const headers = { Authorization: 'Bearer yd_0123456789abcdef0123456789abcdef' }
  const errors = [{ path: 'authorization', reason: 'unknown-key' }]
  await refused(ask('/services', { headers }), 401, 'not-allowed', errors)
})

test('a channel without the scope cannot', async () => {
  const readOnly = await grantChannel(pool, { scopes: ['read'] })
  const errors = [{ path: 'authorization', reason: 'scope-missing' }]
  await refused(write('/appointments', wishOf(slot, drawCouple()), readOnly), 403, 'not-allowed', errors)
  const bookOnly = await grantChannel(pool, { scopes: ['book'] })
  await refused(ask('/appointments/7K3Q9M2X4T', { headers: bookOnly }), 403, 'not-allowed', errors)
})

test('a channel must say for whom, and only for one of the two', async () => {
  const couple = drawCouple()
  const errors = [{ path: 'onBehalfOf', reason: 'required' }]
  await refused(write('/appointments', ownWishOf(slot, couple)), 422, 'invalid-input', errors)
  const stranger = drawCouple().him
  await refused(write('/appointments', wishOf(slot, couple, stranger)), 403, 'not-allowed', [
    { path: 'parties', reason: 'not-one-of-the-parties' },
  ])
})

test('a person acts for herself alone', async () => {
  const couple = drawCouple()
  const headers = await signInBrowser(couple.him)
  await refused(write('/appointments', wishOf(slot, couple), headers), 403, 'not-allowed', [
    { path: 'onBehalfOf', reason: 'not-a-channel' },
  ])
})

test('a write with a session from another site is refused', async () => {
  const couple = drawCouple()
  const { Cookie = '' } = await signInBrowser(couple.him)
  const from = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    {},
  ]
  for (const headers of from) {
    const answer = write('/appointments', ownWishOf(slot, couple), { Cookie, ...headers } as Record<
      string,
      string
    >)
    await refused(answer, 403, 'not-allowed', [{ path: 'origin', reason: 'other-site' }])
  }
})

test("somebody else's appointment is as if it were not there", async () => {
  const booked = (await book(drawCouple())).json
  const stranger = await signInBrowser(drawCouple().her)
  await refused(ask(`/appointments/${booked.code}`, { headers: stranger }), 404, 'not-found')
  await refused(write(`/appointments/${booked.code}/cancel`, {}, stranger), 404, 'not-found')
  await refused(write(`/appointments/${booked.code}/move`, { slotId: slot }, stranger), 404, 'not-found')
  const other = await grantChannel(pool)
  await refused(ask(`/appointments/${booked.code}`, { headers: other }), 404, 'not-found')
  const made = await refused(ask('/appointments/7K3Q9M2X4T', { headers: stranger }), 404, 'not-found')
  expect(made.title).toBe((await ask(`/appointments/${booked.code}`, { headers: stranger })).json.title)
})

test('only the one who was named can agree, and only with the code; five wrong ones void it', async () => {
  const couple = drawCouple()
  const { code, partnerCode } = (await book(couple)).json
  const confirm = (typed: string, by = couple.her) =>
    write(`/appointments/${code}/confirm`, { partnerCode: typed, onBehalfOf: identityOf(by) })
  await refused(confirm(partnerCode, couple.him), 403, 'not-allowed', [{ reason: 'own-appointment' }])
  await refused(confirm(partnerCode, drawCouple().her), 403, 'not-allowed', [
    { reason: 'somebody-else-was-named' },
  ])
  for (const reason of ['wrong-code', 'wrong-code', 'wrong-code', 'wrong-code', 'no-tries-left']) {
    await refused(confirm('ABCDEFGH'), 422, 'partner-code-wrong', [{ path: 'partnerCode', reason }])
  }
  const last = await confirm(partnerCode)
  expect([422, 429]).toContain(last.status)
})

test('a hold that has run out is told, and the place is free again', async () => {
  const couple = drawCouple()
  const { code, partnerCode } = (await book(couple)).json
  await pool.query(`UPDATE appointment SET held_until = now() - interval '1 second' WHERE code = $1`, [code])
  const agreement = { partnerCode, onBehalfOf: identityOf(couple.her) }
  await refused(write(`/appointments/${code}/confirm`, agreement), 409, 'hold-expired')
  expect((await book(couple)).status).toBe(201)
})
