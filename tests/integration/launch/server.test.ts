import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'

// The whole process as it is started in earnest, without the pages, which would need a build.
const dataDir = mkdtempSync(join(tmpdir(), 'yd-server-'))
const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
const started: ChildProcess[] = []

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

type Started = { child: ChildProcess; origin: string; said: () => string; ended: Promise<number | null> }

async function launch(settings: Record<string, string> = {}): Promise<Started> {
  const port = settings.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['server.ts'], {
    env: { ...process.env, ROLE: 'api', HOST: '127.0.0.1', DATA_DIR: dataDir, PORT: port, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  started.push(child)
  let words = ''
  child.stdout?.on('data', (chunk) => {
    words += chunk
  })
  child.stderr?.on('data', (chunk) => {
    words += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const origin = `http://127.0.0.1:${port}`
  await Promise.race([ended, until(() => words.includes('Yueding is ready'))])
  return { child, origin, said: () => words, ended }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(20)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const answers = async ({ origin }: Started) => (await fetch(`${origin}/api/v1/health/ready`)).status

async function endsBy(process_: Started, act: () => void): Promise<number> {
  const began = performance.now()
  act()
  await process_.ended
  return performance.now() - began
}

test('comes up with an empty folder, says each step, and leaves nothing behind when told to stop', async () => {
  const server = await launch()
  expect(server.said()).toMatch(/Database ready.*Demo world planted.*Yueding is ready: http:/s)
  expect(await answers(server)).toBe(200)
  expect(await endsBy(server, () => server.child.kill('SIGINT'))).toBeLessThan(5000)
  expect(await server.ended).toBe(0)
  expect(existsSync(pidFile)).toBe(false)
}, 60_000)

test('comes up again after a hard kill, with the database that was left running', async () => {
  const killed = await launch()
  await endsBy(killed, () => killed.child.kill('SIGKILL'))
  expect(existsSync(pidFile)).toBe(true)
  const server = await launch()
  expect(await answers(server)).toBe(200)
  expect(server.said()).not.toContain('planted')

  // The launcher is gone, by whatever way: nobody else could stop the server.
  expect(await endsBy(server, () => server.child.disconnect())).toBeLessThan(5000)
  expect(existsSync(pidFile)).toBe(false)
}, 60_000)

test('says in one sentence that the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const server = await launch({ PORT: String(port) })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain(`Port ${port} is used by another program. Stop it, or set PORT`)
  other.close()
}, 60_000)

test('carries the security headers, with a new nonce each time', async () => {
  const server = await launch()
  const [one, two] = await Promise.all([fetch(`${server.origin}/nowhere`), fetch(`${server.origin}/nowhere`)])
  const policy = one?.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
  expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; object-src 'none'")
  expect(policy).not.toMatch(/unsafe-|http:|\*/)
  expect(policy).not.toBe(two?.headers.get('content-security-policy'))
  expect(one?.headers.get('x-content-type-options')).toBe('nosniff')
  expect(one?.headers.get('cache-control')).toBe('no-store')
  expect(one?.headers.get('strict-transport-security')).toBeNull()
  await endsBy(server, () => server.child.kill('SIGTERM'))
}, 60_000)
