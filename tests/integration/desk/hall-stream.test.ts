import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { displayPage } from '#components/hall/display-page.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { readDisplay } from '#lib/desk/read-display.ts'
import { boardOf } from '#lib/domain/hall-board.ts'
import { streamBoard } from '#lib/edge/stream-board.ts'
import { translator } from '#lib/i18n/translator.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, type Desk, plantDesk, todayAt } from './fixtures/desk.ts'
import { arrived, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

/** The streams tell of today: this is it. */
const now = todayAt('09:55')
vi.useFakeTimers({ now, toFake: ['Date'] })

function open(desk: Desk, client = 'display') {
  const gone = new AbortController()
  onTestFinished(() => gone.abort())
  const answer = streamBoard({ officeId: desk.officeId, client, signal: gone.signal })
  const lines: string[] = []
  const over = read(answer, lines)
  return { answer, gone, over, heard: () => lines.join('') }
}

async function read(answer: Response, lines: string[]): Promise<void> {
  const text = new TextDecoder()
  for await (const part of answer.body ?? []) lines.push(text.decode(part))
}

async function listening(): Promise<void> {
  const ears = `SELECT FROM pg_stat_activity WHERE query = 'LISTEN desk' AND datname = current_database()`
  await vi.waitFor(async () => expect((await pool.query(ears)).rowCount).toBe(1), { timeout: 5000 })
}

const boards = (heard: string) => heard.split('event: board\n').length - 1

test('a call is on every display of the office within a second, and on no other’s', async () => {
  const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
  const [one, two, elsewhere] = [open(desk), open(desk), open(other)]
  await walkIn(pool, desk)
  await listening()
  await vi.waitFor(() => expect(boards(two.heard())).toBeGreaterThan(0))
  const since = performance.now()
  accepted(await callNext(pool, { actor: desk.clerk, officeId: desk.officeId, window: '2', now }))
  for (const { heard } of [one, two])
    await vi.waitFor(() => expect(heard()).toContain('"number":"A001","window":"2"'), {
      timeout: 1000,
      interval: 5,
    })
  expect(performance.now() - since).toBeLessThan(1000)
  await sleep(150)
  expect(elsewhere.heard()).not.toContain('A001')
})

test('neither the stream nor the page tells who it is, what for, or by which code', async () => {
  const desk = await plantDesk(pool)
  const services = ['DIVORCE_APPLICATION', 'MARRIAGE'] as const
  const couples = await Promise.all(
    services.map(async (service, index) => {
      const booked = await agreed(pool, desk, { service, time: index === 0 ? '10:00' : '10:15' })
      await arrived(pool, desk, booked.code, '09:50')
      return booked
    }),
  )
  const stream = open(desk)
  await listening()
  for (const window of ['1', '2'])
    accepted(await callNext(pool, { actor: desk.clerk, officeId: desk.officeId, window, now }))
  await vi.waitFor(() => expect(stream.heard()).toMatch(/B001.*A001|A001.*B001/))
  const queue = await readDisplay(pool, { officeId: desk.officeId, now })
  const board = boardOf(queue?.tickets ?? [], now)
  const say = (locale: 'zh-CN' | 'zh-Hant' | 'en') => translator(locale, 'hall')
  const words = { say: say('zh-CN'), english: say('en'), traditional: say('zh-Hant') }
  const page = displayPage({ office: '登记处', path: '/display/x', board, nonce: 'n', ...words })
  expect(page).toContain('B001')
  const secrets = couples.flatMap(({ code, first, second }) => [
    code,
    ...[first, second].flatMap(({ party }) => [
      party.name,
      party.documentNumber,
      party.documentNumber.slice(-4),
    ]),
  ])
  // The last four of a number may by chance stand in a time.
  for (const told of [stream.heard().replaceAll(/"at":\d+/g, ''), page]) {
    for (const secret of secrets) expect(told).not.toContain(secret)
    expect(told).not.toMatch(/离婚|離婚|divorce|DIVORCE|MARRIAGE|结婚|marriage|appointmentId|service/i)
  }
  for (const [, json = ''] of stream.heard().matchAll(/event: board\ndata: (.*)\n/g)) {
    const { at, calls, next, ...more } = JSON.parse(json)
    expect(more).toEqual({})
    expect(typeof at).toBe('number')
    for (const call of calls) expect(Object.keys(call)).toEqual(['number', 'window', 'at', 'tongue'])
    for (const number of next) expect(number).toMatch(/^[A-Z]\d{3}$/)
  }
})

test('many changes of one moment are one board, however many look', async () => {
  const desk = await plantDesk(pool)
  const streams = Array.from({ length: 10 }, () => open(desk))
  await listening()
  await vi.waitFor(() => {
    for (const { heard } of streams) expect(boards(heard())).toBe(1)
  })
  const query = vi.spyOn(pool, 'query')
  await Promise.all(Array.from({ length: 10 }, () => walkIn(pool, desk)))
  const last = streams.at(-1)
  await vi.waitFor(() => expect(last?.heard()).toContain('A008'))
  await sleep(150)
  const readings = query.mock.calls.filter(
    ([first]) => (first as { name?: string }).name === 'tickets of the hall',
  )
  expect(readings.length).toBeLessThanOrEqual(3)
  query.mockRestore()
})

test('one address holds so many connections and no more; those that end are free again', async () => {
  const desk = await plantDesk(pool)
  const streams = Array.from({ length: 24 }, () => open(desk, 'stranger'))
  expect(open(desk, 'stranger').answer.status).toBe(503)
  expect(open(desk, 'somebody else').answer.status).toBe(200)
  streams[0]?.gone.abort()
  await streams[0]?.over
  expect(open(desk, 'stranger').answer.status).toBe(200)
  expect(open(desk, 'stranger').answer.status).toBe(503)
})
