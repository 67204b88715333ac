import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { nameWebhookContext } from '#lib/booking/name-webhook-context.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, openApiSite } from './fixtures/api-site.ts'
import { type ChannelBooking, openChannel } from './fixtures/channel.ts'
import { isSigned, openReceiver } from './fixtures/receiver.ts'

const { pool } = await openTestDatabase()
const site = await openApiSite()
const HOUR = 3600

let slots: readonly { readonly id: number; readonly date: string; readonly startTime: string }[] = []
let slot = 0
let otherSlot = 0

beforeAll(async () => {
  slots = (await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 500 })).slots
  slot = slots[0]?.id ?? 0
  otherSlot = slots[1]?.id ?? 0
})

describe('what a channel is told', () => {
  test('a change, signed as the specification asks, and nothing about the people', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver()
    const secret = await channel.listenAt(receiver.url)
    const booking = await channel.book(slot)
    expect(await channel.tell()).toBe(0) // the answer has told of the booking itself
    await channel.confirm(booking)
    expect(await channel.tell()).toBe(1)
    const [message] = receiver.received
    if (!message) throw new Error('nothing came')
    expect(message.json).toEqual({
      id: message.headers['webhook-id'],
      event: 'confirmed',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      appointment: {
        code: booking.code,
        status: 'confirmed',
        office: { id: 'anji', name: '示例登记处 anji' },
        service: 'MARRIAGE',
        date: slots[0]?.date,
        start: '09:00',
        end: '09:15',
      },
    })
    const { him, her } = booking.couple
    for (const fact of [him, her].flatMap((one) => [one.name, one.documentNumber, one.phone]))
      expect(message.text).not.toContain(fact)
    expect(await isSigned(message, secret)).toBe(true)
    // The controls: another body, another id, another secret.
    expect(await isSigned({ ...message, text: message.text.replace('confirmed', 'cancelled') }, secret)).toBe(
      false,
    )
    const headers = { ...message.headers, 'webhook-id': 'another' }
    expect(await isSigned({ ...message, headers }, secret)).toBe(false)
    expect(await isSigned(message, await channel.listenAt(receiver.url))).toBe(false)
  })

  test('only what it asked for, later what happened while it was paused, signed by both secrets meanwhile', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver()
    const [old, fresh] = [await channel.listenAt(receiver.url), `whsec_${randomBytes(32).toString('base64')}`]
    const set = (change: string, ...values: unknown[]) =>
      pool.query(`UPDATE channel SET ${change} WHERE id = $1`, [channel.id, ...values])
    await set(`webhook_events = '{cancelled}'`)
    const booking = await channel.book(slot)
    await channel.confirm(booking)
    await set('webhook_paused_at = now()')
    await channel.cancel(booking)
    expect(await channel.tell()).toBe(0)
    const sealed = sealJson(nameWebhookContext(channel.id), fresh)
    await set(
      `webhook_paused_at = NULL, old_secret = webhook_secret, old_secret_until = now() + interval '1 day', webhook_secret = $2`,
      sealed,
    )
    expect(await channel.tell()).toBe(1)
    const [message] = receiver.received
    if (!message) throw new Error('nothing came')
    expect(message.json).toMatchObject({ event: 'cancelled' })
    for (const secret of [old, fresh]) expect(await isSigned(message, secret)).toBe(true)
  })

  test('every change of an appointment, whoever makes it, in order; a moved one with its new time', async () => {
    const channel = await openChannel(pool, site)
    const other = await openChannel(pool, site)
    const receiver = await openReceiver()
    await channel.listenAt(receiver.url)
    const booking = await channel.book(slot)
    // She agrees through another app, he moves, she agrees again, he cancels.
    expect((await other.confirm(booking)).json).toEqual({ code: booking.code, status: 'confirmed' })
    const { json: moved } = await channel.move(booking, otherSlot)
    const again: ChannelBooking = { ...booking, partnerCode: moved.partnerCode }
    expect((await other.confirm(again)).status).toBe(200)
    expect((await other.cancel(booking)).status).toBe(200)
    // One at a time: a later change waits for the one before.
    for (const told of [1, 2, 3, 4]) {
      expect(await channel.tell()).toBe(1)
      expect(receiver.received).toHaveLength(told)
    }
    expect(await channel.tell()).toBe(0)
    expect(receiver.events()).toEqual(['confirmed', 'move-asked', 'confirmed', 'cancelled'])
    expect(receiver.received.map(({ json }) => json.appointment.start)).toEqual([
      '09:00',
      '09:15',
      '09:15',
      '09:15',
    ])
    expect(new Set(receiver.received.map(({ json }) => json.id)).size).toBe(4)
  })

  test('nothing of what another channel has booked', async () => {
    const [channel, other] = [await openChannel(pool, site), await openChannel(pool, site)]
    const [receiver, elsewhere] = [await openReceiver(), await openReceiver()]
    await channel.listenAt(receiver.url)
    await other.listenAt(elsewhere.url)
    await channel.confirm(await channel.book(slot))
    expect(await other.tell()).toBe(0)
    expect(await channel.tell()).toBe(1)
    expect(elsewhere.received).toHaveLength(0)
    expect((await other.get('/webhook/deliveries')).json).toEqual([])
    expect((await channel.get('/webhook/deliveries')).json).toHaveLength(1)
  })
})

describe('a receiver that is not well', () => {
  test('hears the same again, later and later, under the same id, until it accepts', async () => {
    const channel = await openChannel(pool, site)
    let ill = true
    const receiver = await openReceiver((_, response) => response.writeHead(ill ? 503 : 204).end())
    await channel.listenAt(receiver.url)
    const booking = await channel.book(slot)
    await channel.confirm(booking)
    await channel.cancel(booking)
    expect(await channel.tell(1)).toBe(1)
    expect(await channel.tell(4)).toBe(0) // five seconds have not passed
    expect(await channel.tell(7)).toBe(1)
    expect(await channel.tell(60)).toBe(0)
    expect(await channel.tell(70)).toBe(1)
    // What came after it waits all the while.
    expect(receiver.events()).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    ill = false
    expect(await channel.tell(HOUR)).toBe(1)
    expect(await channel.tell(HOUR)).toBe(1)
    expect(receiver.events().slice(3)).toEqual(['confirmed', 'cancelled'])
    const [latest, first] = (await channel.get('/webhook/deliveries')).json
    expect(first).toMatchObject({ event: 'confirmed', attempts: 4, httpStatus: 204 })
    expect(latest).toMatchObject({ event: 'cancelled', attempts: 1, httpStatus: 204 })
  })

  test('is given up after about three days, and the next change goes on', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver((_, response) => response.writeHead(500).end())
    await channel.listenAt(receiver.url)
    const booking = await channel.book(slot)
    await channel.confirm(booking)
    await channel.cancel(booking)
    let hours = 0
    let last = 0
    for (; hours < 24 * 5 && receiver.events().at(-1) !== 'cancelled'; hours += 1) {
      if (await channel.tell(hours * HOUR + 1)) last = hours
    }
    expect(last).toBeGreaterThan(24 * 2.5)
    expect(last).toBeLessThan(24 * 3.5)
    const deliveries = (await channel.get('/webhook/deliveries')).json
    expect(deliveries[1]).toMatchObject({ event: 'confirmed', httpStatus: 500, attempts: 11 })
    expect(deliveries[1].failedAt).toBeDefined()
    expect(deliveries[1].nextTryAt).toBeUndefined()
  })

  test('one that says 410 is switched off, and nothing more is sent or kept for it', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver((_, response) => response.writeHead(410).end())
    await channel.listenAt(receiver.url)
    const booking = await channel.book(slot)
    await channel.confirm(booking)
    await channel.cancel(booking)
    expect(await channel.tell()).toBe(1)
    expect((await channel.get('/webhook')).json).toEqual({ waiting: 0 })
    await channel.confirm(await channel.book(slot))
    expect(await channel.tell(24 * HOUR)).toBe(0)
    expect(receiver.received).toHaveLength(1)
    expect((await channel.get('/webhook/deliveries')).json).toHaveLength(2)
  })

  test('a redirect is not followed: it counts as a failure', async () => {
    const channel = await openChannel(pool, site)
    const target = await openReceiver()
    const receiver = await openReceiver((_, response) =>
      response.writeHead(307, { Location: target.url }).end(),
    )
    await channel.listenAt(receiver.url)
    await channel.confirm(await channel.book(slot))
    expect(await channel.tell()).toBe(1)
    expect(receiver.received).toHaveLength(1)
    expect(target.received).toHaveLength(0)
    const [delivery] = (await channel.get('/webhook/deliveries')).json
    expect(delivery).toMatchObject({ httpStatus: 307, attempts: 1 })
    expect(delivery.deliveredAt).toBeUndefined()
  })

  test('one that never answers is left after five seconds', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver(() => {})
    await channel.listenAt(receiver.url)
    await channel.confirm(await channel.book(slot))
    const began = performance.now()
    expect(await channel.tell()).toBe(1)
    expect(performance.now() - began).toBeGreaterThan(4500)
    expect(performance.now() - began).toBeLessThan(7000)
    const [delivery] = (await channel.get('/webhook/deliveries')).json
    expect(delivery.httpStatus).toBeUndefined()
    expect(delivery.nextTryAt).toBeDefined()
  })

  test('two workers at once never send the same', async () => {
    const channel = await openChannel(pool, site)
    const receiver = await openReceiver()
    await channel.listenAt(receiver.url)
    for (let booked = 0; booked < 6; booked += 1) await channel.confirm(await channel.book(slot))
    const tried = await Promise.all([channel.tell(), channel.tell(), channel.tell()])
    expect(tried.reduce((sum, one) => sum + one)).toBe(6)
    expect(new Set(receiver.received.map(({ json }) => json.id)).size).toBe(6)
    expect(receiver.received).toHaveLength(6)
  })
})
