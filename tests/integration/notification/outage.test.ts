import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { deliverMessages } from '#lib/notification/deliver-messages.ts'
import { openWays, type WaySettings } from '#lib/notification/open-ways.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { waitingCouple } from '../booking/fixtures/booked.ts'
import { minutesLater, NOW, plantSlots } from '../booking/fixtures/slots.ts'
import { countWaiting, plantBacklog, tagOf } from './fixtures/backlog.ts'
import { closedPort, openMailbox } from './fixtures/mailbox.ts'
import { outboxOf, postOver } from './fixtures/post.ts'

const { pool } = await openTestDatabase()
const SECRET = 'a secret of at least thirty-two characters'

/** Every minute from one minute to another, as the job does. */
async function deliverEveryMinute(settings: WaySettings, from: number, until: number): Promise<void> {
  const ways = openWays(async () => {}, settings)
  for (let minute = from; minute <= until; minute += 1) {
    await deliverMessages(pool, { clock: () => minutesLater(minute), post: postOver(pool, ways.send) })
  }
  ways.close()
}

describe('a mail server that is down for an hour', () => {
  test('costs no letter and no booking; afterwards the backlog drains within a quarter of an hour', {
    timeout: 120_000,
  }, async () => {
    const tags = await plantBacklog(pool, 30)
    const port = await closedPort()
    const mail = { url: `smtp://127.0.0.1:${port}`, from: 'letters@yueding.example' }
    await deliverEveryMinute({ mail }, 0, 60)
    expect(await countWaiting(pool)).toBe(30)
    const { rows } = await pool.query<{ most: number }>('SELECT max(attempts) AS most FROM outbox_message')
    expect(rows[0]?.most).toBeLessThan(12)
    const [slot] = await plantSlots(pool, { capacity: 1 })
    await waitingCouple(pool, slot)
    const mailbox = await openMailbox({ port })
    await deliverEveryMinute({ mail, demo: async () => {} }, 61, 76)
    expect(mailbox.letters.map(({ text }) => tagOf(text)).sort()).toEqual([...tags].sort())
    expect(mailbox.accepted()).toBe(30)
    expect(await countWaiting(pool)).toBe(0)
  })

  test('is not asked for every letter that waits behind the first', async () => {
    await plantBacklog(pool, 100)
    let asked = 0
    const send = async () => {
      asked += 1
      return { state: 'away' } as const
    }
    await deliverMessages(pool, { clock: () => NOW, post: postOver(pool, send) })
    expect(asked).toBeLessThanOrEqual(20)
    expect(await countWaiting(pool)).toBe(100)
  })
})

describe('a mail server that refuses', () => {
  test('an address for good is not asked for again, one for now is', async () => {
    await plantBacklog(pool, 2)
    const asked = { 550: 0, 451: 0 }
    const mailbox = await openMailbox({
      refuse: (address) => {
        const code = Number(address.slice(0, address.indexOf('@'))) % 2 ? 550 : 451
        asked[code] += 1
        return { code, text: 'not here' }
      },
    })
    await deliverEveryMinute({ mail: { url: mailbox.url, from: 'letters@yueding.example' } }, 0, 5)
    expect(mailbox.letters).toEqual([])
    expect(asked[550]).toBe(1)
    expect(asked[451]).toBeGreaterThan(1)
    const { rows } = await pool.query(
      'SELECT count(*)::int AS dead FROM contact WHERE dead_since IS NOT NULL',
    )
    expect(rows).toEqual([{ dead: 1 }])
  })

  test('an address that carries a second one is never handed over', async () => {
    const mailbox = await openMailbox()
    const ways = openWays(async () => {}, { mail: { url: mailbox.url, from: 'letters@yueding.example' } })
    onTestFinished(ways.close)
    const letter = {
      key: 'k',
      messageId: '1',
      medium: 'email',
      event: 'code',
      locale: 'en',
      text: 'x',
      fields: {},
    } as const
    const send = (address: string, subject = 's') => ways.send({ ...letter, address, subject }, NOW)
    for (const address of ['a@b.c, d@e.f', 'a@b.c\r\nBcc: d@e.f', '"a b"@c.d', '<a@b.c>', 'nobody'])
      expect(await send(address)).toEqual({ state: 'dead-address' })
    expect(await send('a@b.example', 'one\r\nBcc: d@e.example')).toMatchObject({ state: 'sent' })
    expect(mailbox.letters.map(({ to }) => to)).toEqual(['a@b.example'])
  })
})

describe('the gateway', () => {
  interface Call {
    readonly headers: IncomingHttpHeaders
    readonly body: string
  }

  async function openGateway(answer: (call: number) => number) {
    const calls: Call[] = []
    const server = createServer(async (request, response) => {
      calls.push({ headers: request.headers, body: await readText(request) })
      response.writeHead(answer(calls.length)).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const { port } = server.address() as AddressInfo
    return { calls, gateway: { url: `http://127.0.0.1:${port}/messages`, secret: SECRET } }
  }

  test('gets signed calls with one key for every try, until it takes the message', async () => {
    await pool.query('TRUNCATE outbox_message')
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const { calls, gateway } = await openGateway((call) => (call <= 2 ? 503 : 202))
    await deliverEveryMinute({ gateway }, 0, 3)
    expect((await outboxOf(pool, booked.code)).map(({ medium }) => medium)).toEqual(['sms', 'sms'])
    const keys = calls.map(({ headers }) => headers['idempotency-key'])
    expect(new Set(keys).size).toBe(2)
    expect(keys.length).toBeGreaterThan(2)
    for (const { headers, body } of calls) {
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
      const signature = createHmac('sha256', SECRET).update(signed).digest('base64')
      expect(headers['webhook-signature']).toBe(`v1,${signature}`)
      expect(headers['webhook-id']).toBe(headers['idempotency-key'])
      expect(JSON.parse(body)).toMatchObject({ id: headers['idempotency-key'], medium: 'sms' })
    }
  })

  test.each([
    [410, 'dead-address'],
    [422, 'refused'],
  ])('that answers %d ends the message', async (status, failure) => {
    await pool.query('TRUNCATE outbox_message')
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const { gateway } = await openGateway(() => status)
    await deliverEveryMinute({ gateway }, 0, 1)
    expect((await outboxOf(pool, booked.code)).map((row) => row.failure)).toEqual([failure, failure])
  })

  test('that has it already counts as having taken it; one that answers with an error of ours does not', async () => {
    await pool.query('TRUNCATE outbox_message')
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const { gateway } = await openGateway((call) => (call <= 2 ? 401 : 409))
    await deliverEveryMinute({ gateway }, 0, 0)
    expect(await countWaiting(pool)).toBe(2)
    await deliverEveryMinute({ gateway }, 1, 2)
    expect((await outboxOf(pool, booked.code)).map(({ medium }) => medium)).toEqual(['sms', 'sms'])
  })
})
