import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool } from '#lib/db/pool.ts'
import { describeFault } from '#lib/log.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { grantChannel, openApiSite } from './fixtures/api-site.ts'
import { drawCouple, wishOf } from './fixtures/couples.ts'

const { url } = await openTestDatabase()
const { ask } = await openApiSite()

/** Accepts connections and never says a word, like a database that has stopped in its tracks. */
const silent = createServer(() => {})
await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
afterAll(() => silent.close())

async function moveDatabaseTo(address: string) {
  await closeConnections()
  setDatabaseAddress(address)
}

afterEach(() => moveDatabaseTo(url))

describe('while the database is away', () => {
  test('reads and writes say when to come back, and what is alive stays alive', async () => {
    const channel = await grantChannel(pool())
    expect((await ask('/services', { headers: channel })).status).toBe(200)
    await moveDatabaseTo('postgresql://nobody@127.0.0.1:1/nothing')
    const write = { body: wishOf(1, drawCouple()), key: randomUUID(), headers: channel }
    for (const answer of [await ask('/offices'), await ask('/regions'), await ask('/appointments', write)]) {
      expect(answer).toMatchObject({ status: 503, json: { reason: 'overloaded' } })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect((await ask('/health/live')).status).toBe(200)
    expect(await ask('/health/ready')).toMatchObject({
      status: 503,
      json: { status: 'not-ready', database: false },
    })
  })

  test('a database that does not answer makes nobody wait for ever', async () => {
    await moveDatabaseTo(`postgresql://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/nothing`)
    const start = performance.now()
    const [offices, ready] = await Promise.all([ask('/regions'), ask('/health/ready')])
    expect(ready.status).toBe(503)
    expect(offices).toMatchObject({ status: 503, json: { reason: 'overloaded' } })
    expect(performance.now() - start).toBeLessThan(12_000)
  })
})

describe('a fault', () => {
  test('is told with a trace id and without a word about its cause', async () => {
    await pool().query('ALTER TABLE region RENAME TO region_gone')
    const answer = await ask('/regions', { headers: { 'Accept-Language': 'en' } })
    await pool().query('ALTER TABLE region_gone RENAME TO region')
    expect(answer).toMatchObject({
      status: 500,
      json: { reason: 'fault', title: 'Something went wrong on our side' },
    })
    expect(answer.headers.get('x-trace-id')).toBe(answer.json.traceId)
    expect(answer.text).not.toMatch(/prisma|relation|region|select|stack/i)
  })

  test('is logged with its kind and its place, never with the values it stumbled over', () => {
    const fault = Object.assign(
      new Error(
        'duplicate key "party_active": (person)=(林晓川) number 440000199510230010, phone 13000001000',
      ),
      { code: '23505', constraint: 'party_active', detail: 'Key (name)=(林晓川) already exists.' },
    )
    const told = JSON.stringify(describeFault(new Error('while booking for 林晓川', { cause: fault })))
    expect(told).toContain('23505')
    expect(told).toContain('outage.test.ts')
    expect(told).not.toMatch(/林|4400|1300/)
  })
})
