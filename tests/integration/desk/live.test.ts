import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchDesk } from '#lib/desk/watch-desk.ts'
import { streamDesk } from '#lib/edge/stream-desk.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { plantDesk } from './fixtures/desk.ts'
import { walkIn } from './fixtures/queue.ts'

const { pool, url } = await openTestDatabase()

async function listening(): Promise<void> {
  const ears = `SELECT FROM pg_stat_activity WHERE query = 'LISTEN desk' AND datname = current_database()`
  await vi.waitFor(async () => expect((await pool.query(ears)).rowCount).toBe(1), {
    timeout: 5000,
    interval: 20,
  })
}

test('what happens while the ear of the process still opens is not lost: whoever watches looks again then', async () => {
  const desk = await plantDesk(pool)
  const heard = vi.fn()
  onTestFinished(watchDesk(desk.officeId, heard))
  await walkIn(pool, desk)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 5000, interval: 5 })
})

test('a change of the queue is heard within a second by who watches this office, on one connection for all', async () => {
  const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
  const [heard, again, elsewhere] = [vi.fn(), vi.fn(), vi.fn()]
  const stops = [
    watchDesk(desk.officeId, heard),
    watchDesk(desk.officeId, again),
    watchDesk(other.officeId, elsewhere),
  ]
  await listening()
  const since = performance.now()
  await walkIn(pool, desk)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 1000, interval: 5 })
  expect(performance.now() - since).toBeLessThan(1000)
  expect(again).toHaveBeenCalled()
  expect(elsewhere).not.toHaveBeenCalled()
  for (const stop of stops) stop()
  const calls = heard.mock.calls.length
  await walkIn(pool, desk)
  await sleep(200)
  expect(heard).toHaveBeenCalledTimes(calls)
})

test('when its connection is cut it listens anew, and everybody looks again', async () => {
  const desk = await plantDesk(pool)
  const heard = vi.fn()
  onTestFinished(watchDesk(desk.officeId, heard))
  await listening()
  heard.mockClear()
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN desk' AND datname = current_database()`,
  )
  await client.end()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), { timeout: 5000, interval: 20 })
  await walkIn(pool, desk)
  await vi.waitFor(() => expect(heard.mock.calls.length).toBeGreaterThan(1), { timeout: 1000, interval: 5 })
})

test('the stream tells of changes, gathers those of one moment, and ends within a second of losing the right', async () => {
  const desk = await plantDesk(pool)
  let may = true
  const { signal } = new AbortController()
  const answer = streamDesk({ officeId: desk.officeId, stillMay: async () => may, signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('cache-control')).toContain('no-transform')
  await listening()
  const lines: string[] = []
  const over = read(answer, lines)
  await vi.waitFor(() => expect(lines.join('')).toContain('retry: 2000\nevent: desk\ndata: changed'))
  lines.length = 0
  await Promise.all(Array.from({ length: 5 }, () => walkIn(pool, desk)))
  await vi.waitFor(() => expect(lines.join('')).toContain('data: changed'), { timeout: 1000, interval: 5 })
  await sleep(150)
  expect(lines.join('').split('data: changed').length - 1).toBeLessThan(5)
  may = false
  const since = performance.now()
  await over
  expect(performance.now() - since).toBeLessThan(1500)
  expect(lines.join('')).toContain('event: gone')
})

test('news come at once and after every change, one at a time, and what cannot be read is told with the next', async () => {
  const desk = await plantDesk(pool)
  const gone = new AbortController()
  let running = 0
  let count = 0
  const tell = async () => {
    running += 1
    expect(running).toBe(1)
    await sleep(30)
    running -= 1
    count += 1
    if (count === 2) throw new Error('no database')
    return { count }
  }
  const watch = { officeId: desk.officeId, stillMay: async () => true, tell, signal: gone.signal }
  const lines: string[] = []
  const over = read(streamDesk(watch), lines)
  await vi.waitFor(() => expect(lines.join('')).toContain('event: day\ndata: {"count":1}'))
  await listening()
  await walkIn(pool, desk)
  await vi.waitFor(() => expect(count).toBe(2), { timeout: 2000 })
  const since = performance.now()
  await walkIn(pool, desk)
  await vi.waitFor(() => expect(lines.join('')).toContain('{"count":3}'), { timeout: 2000, interval: 5 })
  expect(performance.now() - since).toBeLessThan(1000)
  expect(lines.join('')).not.toContain('changed')
  gone.abort()
  await over
})

test('the stream of a browser that went away leaves nothing behind', async () => {
  const desk = await plantDesk(pool)
  const stillMay = vi.fn(async () => true)
  const answer = streamDesk({ officeId: desk.officeId, stillMay, signal: new AbortController().signal })
  await answer.body?.cancel()
  const gone = new AbortController()
  const other = streamDesk({ officeId: desk.officeId, stillMay, signal: gone.signal })
  gone.abort()
  await read(other, [])
  await sleep(1200)
  expect(stillMay).not.toHaveBeenCalled()
})

async function read(answer: Response, lines: string[]): Promise<void> {
  const text = new TextDecoder()
  for await (const part of answer.body ?? []) lines.push(text.decode(part))
}
