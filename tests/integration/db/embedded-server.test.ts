import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import type { EmbeddedServer } from '#lib/db/embedded-server.ts'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'yd-embedded-'))
const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
const said: string[] = []
const lost: Error[] = []

const start = () =>
  startEmbeddedServer({ dataDir, say: (line) => said.push(line), onLost: (reason) => lost.push(reason) })
const pid = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0])

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function ask(server: EmbeddedServer, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: await server.urlOf('notes') })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows[0]
}

async function until(isTrue: () => boolean | Promise<boolean>) {
  for (let waited = 0; waited < 400; waited += 1) {
    if (await isTrue()) return
    await sleep(25)
  }
  throw new Error('waited in vain')
}

test('keeps what was written, through a stop and a half-done first start', async () => {
  mkdirSync(join(dataDir, 'postgres.half-999999999'))
  writeFileSync(join(dataDir, 'database.json'), '{"pass')
  const first = await start()
  await ask(first, 'CREATE TABLE note AS SELECT 1 AS number')
  await first.stop()
  const second = await start()
  expect(await ask(second, 'SELECT number FROM note')).toEqual({ number: 1 })
  await second.stop()
})

test('never runs twice, and only the last one to leave stops it', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(await one?.urlOf('notes')).toBe(await other?.urlOf('notes'))
  await one?.stop()
  expect(await ask(other as EmbeddedServer, 'SELECT number FROM note')).toEqual({ number: 1 })
  const running = pid()
  await other?.stop()
  await until(() => !isAlive(running))
})

test('comes back at the same address when it is killed under us', async () => {
  const server = await start()
  const address = await server.urlOf('notes')
  said.length = 0
  process.kill(pid(), 'SIGKILL')
  await until(() => said.includes('The database is back.'))
  expect(await server.urlOf('notes')).toBe(address)
  expect(await ask(server, 'SELECT number FROM note')).toEqual({ number: 1 })
  expect(lost).toEqual([])
  await server.stop()
})

test('starts over the pid file of a process that is gone or is something else by now', async () => {
  for (const stale of ['999999999', String(process.pid), '']) {
    writeFileSync(pidFile, `${stale}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n\n127.0.0.1\n`)
    const server = await start()
    expect(await ask(server, 'SELECT number FROM note')).toEqual({ number: 1 })
    await server.stop()
  }
})

test('gets a new password when the record of the old one is lost', async () => {
  rmSync(join(dataDir, 'database.json'))
  const server = await start()
  expect(await ask(server, 'SELECT number FROM note')).toEqual({ number: 1 })
  await server.stop()
})

test('says plainly that data of another major version are not its own', async () => {
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
  await expect(start()).rejects.toThrow('were written by PostgreSQL 14')
})

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch {
    return false
  }
}
