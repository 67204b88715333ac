import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, addYears } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayText } from '#lib/format/dates.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, grantChannel, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { type Couple, drawCouple, identityOf, ownWishOf, wishOf } from './fixtures/couples.ts'

const { pool } = await openTestDatabase()
const { ask } = await openApiSite()
const today = shanghaiToday(new Date())

let slot = 0
let tomorrowYear = 0
let closed = 0
let channel: Record<string, string> = {}

beforeAll(async () => {
  const office = await plantOffice(pool, {
    id: 'anji',
    days: [dayOnOffer(), addDays(today, 80)],
    capacity: 500,
  })
  const walkIn = await plantOffice(pool, { id: 'walk-in', days: [dayOnOffer()], onlineBooking: false })
  slot = office.slots[0]?.id ?? 0
  tomorrowYear = office.slots.at(-1)?.id ?? 0
  closed = walkIn.slots[0]?.id ?? 0
  channel = await grantChannel(pool)
})

const write = (path: string, body: unknown, headers = channel) =>
  ask(path, { body, key: randomUUID(), headers: { 'Accept-Language': 'en', ...headers } })
const book = (couple: Couple, change: object = {}, slotId = slot) =>
  write('/appointments', { ...wishOf(slotId, couple), ...change })

async function refused(answer: ReturnType<typeof book>, status: number, reason: string, errors?: object[]) {
  const { status: told, json, headers } = await answer
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(json).toMatchObject({ status, reason, ...(errors ? { errors } : {}) })
  expect(told).toBe(status)
  expect(json.title.length * json.detail.length).toBeGreaterThan(0)
  expect(json.traceId).toBe(headers.get('x-trace-id'))
  return json
}

const changed = (couple: Couple, party: object) => ({
  parties: [couple.him, { ...couple.her, ...party }].map(({ sex, birthDate, ...typed }) => typed),
})

async function nothingIsWritten(work: () => Promise<unknown>) {
  const count = () =>
    pool.query(`SELECT (SELECT count(*) FROM appointment) AS a, (SELECT count(*) FROM party) AS p,
      (SELECT count(*) FROM write_result) AS w, (SELECT count(*) FROM outbox_message) AS m, (SELECT sum(taken) FROM slot) AS t`)
  const before = (await count()).rows
  await work()
  expect((await count()).rows).toEqual(before)
}

describe('bad input is refused in its own words and leaves nothing behind', () => {
  test.each([
    ['a wrong check digit', '440000199511290024', 'check-digit'],
    ['the 30th of February', '440000199502300029', 'birthdate'],
    ['a date that is still to come', '440000209911290024', 'birthdate-future'],
    ['the old fifteen digits', '440000951129002', 'legacy-15'],
    ['a passport number', 'E12345678', 'length'],
    ['a permit of Hong Kong', '810000199408230021', 'other-document'],
    ['nothing', ' ', 'required'],
  ])('%s', async (_, documentNumber, reason) => {
    const couple = drawCouple()
    const path = 'parties.1.documentNumber'
    await nothingIsWritten(() =>
      refused(book(couple, changed(couple, { documentNumber })), 422, 'invalid-input', [{ path, reason }]),
    )
  })

  test('tells of all wrong fields at once', async () => {
    const couple = drawCouple()
    const json = await refused(
      book(couple, changed(couple, { name: '1', phone: '12' })),
      422,
      'invalid-input',
    )
    expect(json.errors.map((error: { path: string }) => error.path)).toEqual([
      'parties.1.name',
      'parties.1.phone',
    ])
  })

  test('two people with one number', async () => {
    const couple = drawCouple()
    const { documentNumber } = couple.him
    const errors = [{ path: 'parties.1.documentNumber', reason: 'same-person' }]
    await refused(book(couple, changed(couple, { documentNumber })), 422, 'invalid-input', errors)
  })

  test('under age on the day itself, and says from which day on', async () => {
    const him = syntheticPerson(900, { sex: 'M', birthDate: addYears(addDays(dayOnOffer(), 1), -22) })
    const couple = { him, her: drawCouple().her }
    const json = await refused(book(couple), 422, 'not-eligible', [
      { path: 'parties', reason: 'male-under-22', earliestOn: addDays(dayOnOffer(), 1) },
    ])
    expect(json.errors[0].text).toContain(dayText('en', addDays(dayOnOffer(), 1), 'plain'))
  })

  test('of age on the very day is enough', async () => {
    const him = syntheticPerson(901, { sex: 'M', birthDate: addYears(dayOnOffer(), -22) })
    expect((await book({ him, her: drawCouple().her })).status).toBe(201)
  })

  test('a foreign party at an office that may not', async () => {
    const couple = drawCouple()
    const foreigner = {
      documentType: 'PASSPORT',
      documentNumber: 'X00000001',
      partyType: 'FOREIGN',
      name: 'ANNA MUSTER',
    }
    const parties = [
      ownWishOf(slot, couple).parties[0],
      { ...foreigner, phone: '13000001001', sex: 'F', birthDate: '1995-01-02' },
    ]
    await refused(book(couple, { parties }), 422, 'office-not-competent')
  })

  test('a day that is not released, an office without online booking, a slot that does not exist', async () => {
    await refused(book(drawCouple(), {}, tomorrowYear), 422, 'not-released')
    await refused(book(drawCouple(), {}, closed), 409, 'slot-closed')
    await refused(book(drawCouple(), {}, 2_000_000), 404, 'not-found', [
      { path: 'slotId', reason: 'unknown-slot' },
    ])
  })

  test('a person who has such an appointment already', async () => {
    const couple = drawCouple()
    expect((await book(couple)).status).toBe(201)
    await refused(book({ him: couple.him, her: drawCouple().her }), 409, 'already-booked')
  })

  test('a certificate without an accepted divorce application', async () => {
    await refused(book(drawCouple(), { service: 'DIVORCE_CERTIFICATE' }), 422, 'outside-legal-window', [
      { path: 'service', reason: 'no-accepted-case' },
    ])
  })

  test.each([
    ['of the body', { hobby: 'chess' }, 'hobby'],
    ['of a party', { parties: [{ hobby: 'chess' }] }, 'parties.0.hobby'],
    ['that would reach into the prototype', JSON.parse('{"__proto__":{"admin":true}}'), '__proto__'],
    ['of the one it is done for', { onBehalfOf: { isAdmin: true } }, 'onBehalfOf.isAdmin'],
  ])('an unknown field %s', async (_, change, path) => {
    const json = await refused(
      ask('/appointments', {
        raw: JSON.stringify({ ...wishOf(slot, drawCouple()), ...change }).replace(
          '{',
          path === '__proto__' ? '{"__proto__":{"admin":true},' : '{',
        ),
        key: randomUUID(),
        headers: channel,
      }),
      422,
      'invalid-input',
    )
    expect(json.errors).toContainEqual(expect.objectContaining({ path, reason: 'unknown-field' }))
  })
})

describe('who may', () => {
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
    await pool.query(`UPDATE appointment SET held_until = now() - interval '1 second' WHERE code = $1`, [
      code,
    ])
    const agreement = { partnerCode, onBehalfOf: identityOf(couple.her) }
    await refused(write(`/appointments/${code}/confirm`, agreement), 409, 'hold-expired')
    expect((await book(couple)).status).toBe(201)
  })
})
