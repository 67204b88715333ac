import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Row } from './row.ts'
import { runLoad } from './run-load.ts'
import type { Spread } from './spread-of.ts'
import type { World } from './world.ts'

export interface ClerksReport {
  /** Sent by the page's own script, until it has what stands beside the list. */
  readonly scan: Spread
  readonly next: Spread
  /** Of both, the act alone: its answer is the address of what there is to see now. */
  readonly act: Spread
  /** The same scan from a browser without script: the form, then the page. */
  readonly plain: Spread
  /** From the press of a key until each of the other screens was told who is called. */
  readonly seen: Spread
  /** The whole page, opened while nobody else does anything. */
  readonly alone: Spread
  /** How often a screen was told of what others did. */
  readonly told: number
  readonly kilobytes: number
}

const CLERKS = fileURLToPath(new URL('./desk-clerks.ts', import.meta.url))
const EMPTY_PATH = '/api/v1/health/live'

/** Thirty browsers on the page of today with 500 appointments, all lists live, beside an API route that does nothing. */
export async function measureClerks(world: World, say: (line: string) => void): Promise<Row[]> {
  const load = { port: world.port, key: world.channelKey, connections: 30, warmUpSeconds: 1, seconds: 2 }
  const empty = await runLoad({ ...load, read: EMPTY_PATH })
  const report = await runClerks(world)
  const { kilobytes, told, ...spreads } = report
  for (const [what, { p50, p95, count }] of Object.entries(spreads))
    say(`desk over HTTP, ${what}: half ${p50.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms, ${count} of them`)
  say(`desk over HTTP, an answer: ${kilobytes.toFixed(1)} KiB; news ${told} times`)
  const control = { what: `an empty API route (${EMPTY_PATH}) for 30 at once`, measured: empty.p95 }
  const row = (what: string, { p50, p95, count }: Spread, most: number): Row => ({
    what: `${what} over HTTP, 95 % within`,
    unit: 'ms',
    measured: p95,
    control,
    goal: { most },
    note: `${(p95 / empty.p95).toFixed(1)} times the empty route; half within ${p50.toFixed(1)} ms; ${count} of them, 30 screens live`,
  })
  return [
    row('scan to verdict', report.scan, 300),
    row('next', report.next, 200),
    row('a call shown on the other screens', report.seen, 1000),
    row('scan to verdict without script', report.plain, 300),
  ]
}

async function runClerks({ databaseUrl, keys, port }: World): Promise<ClerksReport> {
  const env = { DATABASE_URL: databaseUrl, DESK_ORIGIN: `http://localhost:${port}` }
  const clerks = spawn(process.execPath, [CLERKS], {
    env: { ...process.env, ...keys, ...env, LOG_LEVEL: 'silent' },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told, [code]] = await Promise.all([text(clerks.stdout), once(clerks, 'exit')])
  if (code !== 0) throw new Error(`the clerks ended with ${code}`)
  return JSON.parse(told) as ClerksReport
}
