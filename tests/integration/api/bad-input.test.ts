import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, addYears } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayText } from '#lib/format/dates.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, grantChannel, openApiSite } from './fixtures/api-site.ts'
import { type Couple, drawCouple, ownWishOf, wishOf } from './fixtures/couples.ts'
import { refused } from './fixtures/refused.ts'

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
