import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Times } from './measure-bookings.ts'
import type { Row } from './row.ts'
import { runLoad } from './run-load.ts'
import type { Spread } from './spread-of.ts'
import { drawKeys, type World } from './world.ts'

export interface DeskReport {
  readonly scan: Spread
  readonly arrive: Spread
  readonly next: Spread
  readonly finish: Spread
  readonly list: Spread
}

const LOAD = fileURLToPath(new URL('./desk-load.ts', import.meta.url))
const EMPTY_PATH = '/api/v1/health/live'
const CLERKS = 30

/** A day of one office with 500 appointments and 30 clerks at once, beside an API route that does nothing for as many. */
export async function measureDesk(world: World, times: Times, say: (line: string) => void): Promise<Row[]> {
  const { port, channelKey: key } = world
  const load = { port, key, connections: CLERKS, warmUpSeconds: 1, seconds: times.seconds, read: EMPTY_PATH }
  const empty = await runLoad(load)
  const day = await runDay(world.databaseUrl)
  const figures = Object.entries(day) as [keyof DeskReport, Spread][]
  for (const [what, { p50, p95 }] of figures)
    say(`desk, ${what}: half ${p50.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms`)
  const control = { what: `an empty API route (${EMPTY_PATH}) for as many at once`, measured: empty.p95 }
  const row = (what: string, { p50, p95, count }: Spread, most: number): Row => ({
    what: `${what}, 95 % within`,
    unit: 'ms',
    measured: p95,
    control,
    goal: { most },
    note: `${(p95 / empty.p95).toFixed(1)} times the empty route; half within ${p50.toFixed(1)} ms; ${count} of them, ${CLERKS} clerks without a pause, the verb without HTTP`,
  })
  return [
    row('scan to verdict', day.scan, 300),
    row('arrival put down', day.arrive, 300),
    row('next', day.next, 200),
    row('visit finished', day.finish, 300),
    {
      ...row('the list of 500, one at a time', day.list, 100),
      note: `half within ${day.list.p50.toFixed(1)} ms`,
    },
  ]
}

async function runDay(databaseUrl: string): Promise<DeskReport> {
  const day = spawn(process.execPath, [LOAD], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      ...drawKeys(),
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told, [code]] = await Promise.all([text(day.stdout), once(day, 'exit')])
  if (code !== 0) throw new Error(`the day at the desk ended with ${code}`)
  return JSON.parse(told) as DeskReport
}
