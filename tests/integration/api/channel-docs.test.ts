import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, dirname } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { keepChannelsTold } from '#lib/jobs/keep-channels-told.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { openApiSite } from './fixtures/api-site.ts'
import { openChannel } from './fixtures/channel.ts'

const { pool } = await openTestDatabase({ planted: true })
const site = await openApiSite()
const text = readFileSync('docs/channels.md', 'utf8')
const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1])
const hasCurl = spawnSync('curl', ['--version']).status === 0

test.skipIf(!hasCurl)(
  'every example of docs/channels.md runs as it stands, one after the other',
  async () => {
    expect(blocks.length).toBeGreaterThan(7)
    const channel = await openChannel(pool, site)
    const stopping = new AbortController()
    const round = keepChannelsTold(new Date(), stopping.signal)
    // Whatever fails on the way, the receiver in the background ends with the shell.
    const shell = ["trap 'kill $(jobs -p) 2>/dev/null || true' EXIT", ...blocks]
    const marked = shell.map((block, index) => `echo "== ${index}" >&2\n${block}`).join('\n')
    const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', marked], {
      env: {
        ...process.env,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
        BASE: site.origin,
        KEY: channel.headers.Authorization?.replace('Bearer ', ''),
        HOOK: `http://localhost:${await freePort()}`,
      },
    }).finally(() => stopping.abort())
    await round
    expect(stdout).toMatch(/Code: \w{4} – \w{4} – \w{2}\. Partner code: \w{4} – \w{4}\./)
    expect(stdout).toContain('"delivered":true,"httpStatus":204')
    const [, code = ''] = /booked (\w{10}) awaiting-partner /.exec(stdout) ?? []
    expect(
      [...stdout.matchAll(/^(agreed|moved|cancelled) (\w+) (\S+)/gm)].map((match) => match.slice(1)),
    ).toEqual(
      expect.arrayContaining([
        ['agreed', code, 'confirmed'],
        ['moved', code, 'awaiting-partner'],
        ['cancelled', code, 'cancelled'],
      ]),
    )
    const heard = [
      ...stdout.matchAll(new RegExp(`^(\\S+) ${code} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`, 'gm')),
    ]
    expect(heard.map(([, event]) => event)).toEqual(['confirmed', 'move-asked', 'confirmed', 'cancelled'])
    expect(stdout).toContain('"total":2')
  },
  60_000,
)

describe('the example of a receiver', () => {
  test('takes what is signed, once; refuses what was altered, is old, or is signed by somebody else', async () => {
    const secret = randomBytes(32)
    const { send, said } = await startReceiver(secret)
    const body = JSON.stringify({
      id: randomUUID(),
      event: 'confirmed',
      appointment: { code: '7K3Q9M2X4T', date: '2026-12-01', start: '09:30' },
    })
    const now = Math.floor(Date.now() / 1000)
    expect(await send({ body, secret: randomBytes(32), at: now })).toBe(400)
    expect(await send({ body, secret, at: now, sent: body.replace('09:30', '10:30') })).toBe(400)
    expect(await send({ body, secret, at: now, id: 'another' })).toBe(400)
    expect(await send({ body, secret, at: now - 600 })).toBe(400)
    expect(await send({ body, secret, at: Number.NaN })).toBe(400)
    expect(said()).not.toContain('confirmed')
    expect(await send({ body, secret, at: now })).toBe(204)
    expect(await send({ body, secret, at: now + 60 })).toBe(204)
    expect(said().match(/^confirmed 7K3Q9M2X4T 2026-12-01 09:30$/gm)).toHaveLength(1)
  })
})

interface Signed {
  readonly body: string
  readonly secret: Buffer
  readonly at: number
  /** What goes over the wire in place of the body that was signed. */
  readonly sent?: string
  /** The id in the header in place of the one that was signed. */
  readonly id?: string
}

async function startReceiver(secret: Buffer) {
  const port = await freePort()
  const child = spawn(process.execPath, ['docs/examples/receive-webhook.ts'], {
    env: { ...process.env, WEBHOOK_SECRET: `whsec_${secret.toString('base64')}`, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const said = listen(child)
  await expect.poll(said, { timeout: 10_000 }).toContain('listening')
  const send = async ({ body, secret: key, at, sent = body, id }: Signed) => {
    const signedId = JSON.parse(body).id
    const signature = createHmac('sha256', key).update(`${signedId}.${at}.${body}`).digest('base64')
    const headers = {
      'webhook-id': id ?? signedId,
      'webhook-timestamp': String(at),
      'webhook-signature': `v1,c29tZWJvZHkgZWxzZQ== v1,${signature}`,
    }
    const answer = await fetch(`http://localhost:${port}`, { method: 'POST', headers, body: sent })
    return answer.status
  }
  return { send, said }
}

function listen(child: ChildProcess): () => string {
  let words = ''
  child.stdout?.on('data', (chunk) => {
    words += chunk
  })
  return () => words
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
