import { fork } from 'node:child_process'
import dns from 'node:dns'
import { once } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import { isIP } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { keepChannelsTold } from '#lib/jobs/keep-channels-told.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, openApiSite } from './fixtures/api-site.ts'
import { openChannel } from './fixtures/channel.ts'
import { openReceiver } from './fixtures/receiver.ts'

const { pool, url: databaseUrl } = await openTestDatabase()
const site = await openApiSite()
let slot = 0

beforeAll(async () => {
  const { slots } = await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 500 })
  slot = slots[0]?.id ?? 0
})

test('a worker that is killed after sending and before marking: the next one sends the same id again', async () => {
  const channel = await openChannel(pool, site)
  const arrived = Promise.withResolvers<void>()
  const receiver = await openReceiver((_, response) => {
    // The first answer is late, and by then nobody is there to hear it.
    if (receiver.received.length > 1) response.end()
    arrived.resolve()
  })
  await channel.listenAt(receiver.url)
  await channel.confirm(await channel.book(slot))
  const worker = fork(new URL('./fixtures/telling-process.ts', import.meta.url), {
    env: {
      ...process.env,
      TELLING_DATABASE: databaseUrl,
      TELLING_CHANNEL: channel.id,
      TELLING_NOW: new Date(Date.now() + 1000).toISOString(),
      NODE_OPTIONS: '',
    },
    execArgv: [],
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  await arrived.promise
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  expect(await channel.tell(30)).toBe(0) // as far as anybody knows it is still at work
  expect(await channel.tell(90)).toBe(1)
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(2)
  // A receiver that keeps the ids it has seen acts once.
  expect(new Set(ids).size).toBe(1)
  expect(receiver.received[0]?.text).toBe(receiver.received[1]?.text)
  expect(await channel.tell(3600)).toBe(0)
})

test('a channel whose server hangs holds up nobody else', async () => {
  const [slow, quick] = [await openChannel(pool, site), await openChannel(pool, site)]
  const hanging = await openReceiver(() => {})
  const receiver = await openReceiver()
  await slow.listenAt(hanging.url)
  await quick.listenAt(receiver.url)
  for (let booked = 0; booked < 3; booked += 1) await slow.confirm(await slow.book(slot))
  const stopping = new AbortController()
  const round = keepChannelsTold(new Date(), stopping.signal)
  onTestFinished(() => stopping.abort())
  await expect.poll(() => hanging.received.length, { timeout: 5000 }).toBe(3)
  // While three calls hang, the other channel is told of what happens now, within a second or two.
  await quick.confirm(await quick.book(slot))
  await expect.poll(() => receiver.events(), { timeout: 3500 }).toEqual(['confirmed'])
  const [waiting] = (await slow.get('/webhook/deliveries')).json
  expect(waiting.nextTryAt).toBeDefined()
  stopping.abort()
  await round
}, 20_000)

describe('where a webhook may go', () => {
  test.each([
    ['http://app.example/hook', 'not-https'],
    ['ftp://app.example/hook', 'not-https'],
    ['https://10.0.0.8/hook', 'private-address'],
    ['https://172.16.3.4/hook', 'private-address'],
    ['https://192.168.1.1/hook', 'private-address'],
    ['https://169.254.169.254/latest/meta-data', 'private-address'],
    ['https://100.100.100.200/latest/meta-data', 'private-address'],
    ['https://0x7f.1.2.3/', 'private-address'],
    ['https://2130706434/', 'private-address'],
    ['https://0.0.0.0/', 'private-address'],
    ['https://[fd00::1]/', 'private-address'],
    ['https://[fe80::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://[64:ff9b::a00:1]/', 'private-address'],
    ['https://[2002:a00:1::]/', 'private-address'],
    ['https://user:secret@app.example/', 'wrong-value'],
    ['no address at all', 'wrong-value'],
  ])('%s is refused', async (url, reason) => {
    const channel = await openChannel(pool, site)
    const { status, json } = await channel.post('/webhook', { url })
    expect([status, json.reason, json.errors]).toEqual([
      422,
      'invalid-input',
      [{ path: 'url', reason, text: expect.any(String) }],
    ])
    expect((await channel.get('/webhook')).json).toEqual({ waiting: 0 })
  })

  test.each(['https://app.example/hook', 'https://1.1.1.1/', 'https://[2606:4700::1111]/hook'])(
    'control: %s is taken',
    async (url) => {
      const channel = await openChannel(pool, site)
      expect((await channel.post('/webhook', { url })).json).toMatchObject({ url })
    },
  )

  test.each([[['127.0.0.1']], [['10.1.2.3']], [['93.184.215.14', '192.168.0.7']], [['fd12::1']]])(
    'a name that leads to %s is refused when it is called, and nothing is sent',
    async (addresses) => {
      const channel = await openChannel(pool, site)
      const receiver = await openReceiver()
      const { port } = new URL(receiver.url)
      await channel.listenAt(`https://hook.example:${port}/`)
      const asked = resolveAs('hook.example', addresses)
      expect((await channel.post('/webhook/test', {})).json).toMatchObject({
        delivered: false,
        fault: 'private-address',
      })
      expect(asked).toHaveBeenCalledOnce()
      expect(receiver.received).toHaveLength(0)
      await channel.confirm(await channel.book(slot))
      expect(await channel.tell()).toBe(1)
      const [delivery] = (await channel.get('/webhook/deliveries')).json
      expect(delivery).toMatchObject({ attempts: 1, nextTryAt: expect.any(String) })
    },
  )
})

/** Lets the name server say what an attacker would have it say, until the test is over. */
function resolveAs(name: string, addresses: readonly string[]) {
  const { lookup } = dns
  onTestFinished(() => {
    dns.lookup = lookup
    syncBuiltinESMExports()
  })
  const stub = vi.fn((hostname: string, _: unknown, callback: (...answer: unknown[]) => void) => {
    expect(hostname).toBe(name)
    callback(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    )
  })
  dns.lookup = stub as unknown as typeof lookup
  syncBuiltinESMExports()
  return stub
}
