import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/calendar-date.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { type Channel, openChannel } from './fixtures/channel.ts'
import { drawCouple, ownWishOf, wishOf } from './fixtures/couples.ts'
import { refused } from './fixtures/refused.ts'

const { pool } = await openTestDatabase()
const site = await openApiSite()
const first = dayOnOffer(7)
const second = addDays(first, 1)
const span = `from=${first}&to=${second}`
let slots: number[] = []
let laterSlot = 0

beforeAll(async () => {
  const planted = await plantOffice(pool, { id: 'anji', days: [first, second], capacity: 500 })
  slots = planted.slots.map(({ id }) => id)
  laterSlot = planted.slots.find(({ date }) => date === second)?.id ?? 0
})

const codesOf = (page: { appointments: { code: string }[] }) => page.appointments.map(({ code }) => code)

async function allPages(channel: Channel, query: string): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { json } = await channel.get(`/appointments?${query}${cursor && `&cursor=${cursor}`}`)
    pages.push(codesOf(json))
    cursor = json.next
  }
  return pages
}

describe('the list of a channel', () => {
  test('holds what it has booked itself, by time, page by page, each once', async () => {
    const channel = await openChannel(pool, site)
    const booked: string[] = []
    for (const index of [4, 1, 1, 3, 0, 2, 1]) booked.push((await channel.book(slots[index] ?? 0)).code)
    expect((await allPages(channel, `${span}&limit=3`)).map(({ length }) => length)).toEqual([3, 3, 1])
    const listed = (await allPages(channel, `${span}&limit=2`)).flat()
    expect([...listed].sort()).toEqual([...booked].sort())
    expect(listed[0]).toBe(booked[4])
    expect(listed.at(-1)).toBe(booked[0])
    expect(listed).toEqual(codesOf((await channel.get(`/appointments?${span}&limit=100`)).json))
  })

  test('says through which channel, and shows everybody masked', async () => {
    const channel = await openChannel(pool, site)
    const { couple } = await channel.book(slots[0] ?? 0)
    const { json, text } = await channel.get(`/appointments?${span}`)
    expect(json.appointments[0].channel).toEqual({ id: channel.id, name: 'a mini-program' })
    expect(json.appointments[0].parties).toHaveLength(2)
    for (const { name, documentNumber, phone } of [couple.him, couple.her])
      for (const fact of [name, documentNumber, phone]) expect(text).not.toContain(fact)
  })

  test("never holds another channel's, nor what people booked on our pages", async () => {
    const [channel, other] = [await openChannel(pool, site), await openChannel(pool, site)]
    const couple = drawCouple()
    const headers = await signInBrowser(couple.him)
    const body = ownWishOf(slots[0], couple)
    expect((await site.ask('/appointments', { body, key: randomUUID(), headers })).status).toBe(201)
    const { code } = await other.book(slots[0] ?? 0)
    expect((await channel.get(`/appointments?${span}`)).json).toEqual({ appointments: [] })
    expect(codesOf((await other.get(`/appointments?${span}`)).json)).toEqual([code])
    // A cursor of somebody else's list opens nothing either.
    await other.book(slots[1] ?? 0)
    const { next } = (await other.get(`/appointments?${span}&limit=1`)).json
    expect((await channel.get(`/appointments?${span}&cursor=${next}`)).json).toEqual({ appointments: [] })
  })

  test('by status; a wait that has run out counts as over, swept or not', async () => {
    const channel = await openChannel(pool, site)
    const [waiting, agreed, late] = [
      await channel.book(slots[0] ?? 0),
      await channel.book(slots[0] ?? 0),
      await channel.book(slots[0] ?? 0),
    ]
    await channel.confirm(agreed)
    await pool.query(`UPDATE appointment SET held_until = now() - interval '1 second' WHERE code = $1`, [
      late.code,
    ])
    const listed = async (status: string) =>
      codesOf((await channel.get(`/appointments?${span}&status=${status}`)).json)
    expect(await listed('awaiting-partner')).toEqual([waiting.code])
    expect(await listed('confirmed')).toEqual([agreed.code])
    expect(await listed('expired')).toEqual([late.code])
  })

  test.each([
    [`from=${second}&to=${first}`, 'to', 'ends-before-it-begins'],
    ['from=2026-12-01&to=2027-02-01', 'to', 'too-many-days'],
    ['cursor=abc', 'cursor', 'wrong-value'],
    ['status=gone', 'status', 'unknown'],
    ['channel=another', 'channel', 'unknown-field'],
  ])('refuses %s', async (query, path, reason) => {
    const channel = await openChannel(pool, site)
    await refused(channel.get(`/appointments?${query}`), 422, 'invalid-input', [{ path, reason }])
  })
})

test('the figures count each appointment once, where it stands now', async () => {
  const [channel, other] = [await openChannel(pool, site), await openChannel(pool, site)]
  const [moved, cancelled] = [await channel.book(slots[0] ?? 0), await channel.book(slots[0] ?? 0)]
  await channel.book(slots[0] ?? 0)
  await other.confirm(moved)
  const { json: move } = await channel.move(moved, laterSlot)
  await other.confirm({ ...moved, partnerCode: move.partnerCode })
  await channel.cancel(cancelled)
  // The same request again books nothing more.
  const couple = drawCouple()
  const key = randomUUID()
  for (let time = 0; time < 2; time += 1)
    expect((await channel.post('/appointments', wishOf(laterSlot, couple), key)).status).toBe(201)
  await other.book(slots[0] ?? 0)
  const { json } = await channel.get(`/statistics?${span}`)
  expect(json).toEqual({
    channel: { id: channel.id, name: 'a mini-program' },
    from: first,
    to: second,
    total: 4,
    perStatus: expect.arrayContaining([
      { status: 'awaiting-partner', count: 2 },
      { status: 'confirmed', count: 1 },
      { status: 'cancelled', count: 1 },
    ]),
    perService: [{ service: 'MARRIAGE', count: 4 }],
    perDay: [
      { date: first, count: 2 },
      { date: second, count: 2 },
    ],
  })
  expect((await other.get(`/statistics?${span}`)).json.total).toBe(1)
})
