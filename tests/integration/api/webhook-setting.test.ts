import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { openChannel } from './fixtures/channel.ts'
import { drawCouple } from './fixtures/couples.ts'
import { isSigned, openReceiver } from './fixtures/receiver.ts'
import { refused } from './fixtures/refused.ts'

const { pool } = await openTestDatabase()
const site = await openApiSite()
let slot = 0

beforeAll(async () => {
  const { slots } = await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 500 })
  slot = slots[0]?.id ?? 0
})

test('the secret is told once, again only to the same request, and lies sealed in the database', async () => {
  const channel = await openChannel(pool, site)
  const key = randomUUID()
  const url = 'https://app.example/hook'
  const { json } = await channel.post('/webhook', { url }, key)
  expect(json).toEqual({ url, secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) })
  expect((await channel.post('/webhook', { url }, key)).json).toEqual(json)
  expect((await channel.get(`/results/${key}`)).json).toEqual({ operation: 'set-webhook', answer: json })
  await refused(channel.post('/webhook', { url: `${url}/2` }, key), 422, 'idempotency-mismatch')
  expect((await channel.get('/webhook')).json).toEqual({ url, waiting: 0 })
  // Set anew, it is another one; the kept answer of the first stays what it was.
  const renewed = await channel.post('/webhook', { url })
  expect(renewed.json.secret).not.toBe(json.secret)
  expect((await channel.post('/webhook', { url }, key)).json).toEqual(json)
  const raw = Buffer.from(json.secret.slice(6), 'base64')
  for (const table of ['channel', 'write_result']) {
    const { rows } = await pool.query(`SELECT t::text AS row FROM ${table} t`)
    for (const { row } of rows) {
      expect(row).not.toContain(json.secret.slice(6))
      expect(row).not.toContain(raw.toString('hex'))
    }
  }
  const { rows: entries } = await pool.query('SELECT act FROM audit_entry WHERE subject_id = $1', [
    channel.id,
  ])
  expect(entries).toEqual([{ act: 'webhook-set' }, { act: 'webhook-set' }])
})

test('switched off it is told nothing more, and what waited is given up', async () => {
  const channel = await openChannel(pool, site)
  const receiver = await openReceiver()
  await channel.listenAt(receiver.url)
  await channel.confirm(await channel.book(slot))
  expect((await channel.get('/webhook')).json.waiting).toBe(1)
  expect((await channel.post('/webhook', { url: null })).json).toEqual({})
  expect((await channel.get('/webhook')).json).toEqual({ waiting: 0 })
  await channel.listenAt(receiver.url)
  expect(await channel.tell(3600)).toBe(0)
  expect(receiver.received).toHaveLength(0)
})

test('what waits goes to a new address, signed with its secret', async () => {
  const channel = await openChannel(pool, site)
  const [former, present] = [await openReceiver(), await openReceiver()]
  await channel.listenAt(former.url)
  await channel.confirm(await channel.book(slot))
  const secret = await channel.listenAt(present.url)
  expect(await channel.tell()).toBe(1)
  expect(former.received).toHaveLength(0)
  const [message] = present.received
  expect(message && (await isSigned(message, secret))).toBe(true)
})

test('a trial goes out at once and tells what was answered; the same request sends nothing new', async () => {
  const channel = await openChannel(pool, site)
  const key = randomUUID()
  await refused(channel.post('/webhook/test', {}), 404, 'not-found', [{ reason: 'no-webhook' }])
  const receiver = await openReceiver((_, response) => response.writeHead(204).end())
  const secret = await channel.listenAt(receiver.url)
  const { json } = await channel.post('/webhook/test', {}, key)
  expect(json).toEqual({ id: key, delivered: true, httpStatus: 204 })
  expect((await channel.post('/webhook/test', {}, key)).json).toEqual(json)
  expect(receiver.events()).toEqual(['test'])
  const [message] = receiver.received
  expect(message && (await isSigned(message, secret))).toBe(true)
  const wrong = await openReceiver((_, response) => response.writeHead(404).end())
  await channel.listenAt(wrong.url)
  expect((await channel.post('/webhook/test', {})).json).toMatchObject({ delivered: false, httpStatus: 404 })
})

test('only a channel with the scope manages its webhook, and only its own', async () => {
  const reader = await openChannel(pool, site, ['read'])
  const booker = await openChannel(pool, site, ['book'])
  const url = 'https://app.example/hook'
  const missing = [{ path: 'authorization', reason: 'scope-missing' }]
  for (const path of ['/webhook', '/webhook/deliveries'])
    await refused(reader.get(path), 403, 'not-allowed', missing)
  await refused(reader.post('/webhook', { url }), 403, 'not-allowed', missing)
  await refused(reader.post('/webhook/test', {}), 403, 'not-allowed', missing)
  expect((await booker.post('/webhook', { url })).status).toBe(200)
  const headers = await signInBrowser(drawCouple().him)
  const notChannel = [{ path: 'authorization', reason: 'channel-only' }]
  for (const path of ['/webhook', '/webhook/deliveries', '/appointments', '/statistics'])
    await refused(site.ask(path, { headers }), 403, 'not-allowed', notChannel)
  const body = { url: 'https://evil.example/' }
  await refused(site.ask('/webhook', { headers, body, key: randomUUID() }), 403, 'not-allowed', notChannel)
  await refused(site.ask('/webhook'), 401, 'not-allowed')
  expect((await booker.get('/webhook')).json.url).toBe(url)
})
