import { Client } from 'pg'
import type { LoadReport } from './load-order.ts'
import { findNaiveControl, type NaiveControl } from './naive-control.ts'
import type { Row } from './row.ts'
import { runLoad } from './run-load.ts'
import type { World } from './world.ts'

export interface Times {
  readonly seconds: number
  readonly rounds: number
}

/** Half a city; each waits for its answer before it asks again. */
const CONNECTIONS = 256
const WARM_UP_SECONDS = 2
const FIRST_WARM_UP_SECONDS = 4
/** More than any machine books in a second. */
const MOST_PER_SECOND = 9000
/** The demo world books for the first invented people; these are others. */
let people = 1_000_000

/** Bookings over HTTP with all their rows, on a thousand slots and on one, each in turns with the naive control. */
export async function measureBookings(
  world: World,
  times: Times,
  say: (line: string) => void,
): Promise<Row[]> {
  const control = await findNaiveControl(world.databaseUrl)
  const rows: Row[] = []
  // The first requests of a process are slow because its code is still being compiled.
  for (const { slots } of cellsOf(world)) await runLoad(bookingLoad(world, slots, FIRST_WARM_UP_SECONDS))
  for (const cell of cellsOf(world)) {
    const controls: number[] = []
    const loads: LoadReport[] = []
    for (let round = 0; round < times.rounds; round += 1) {
      await forgetLetters(world)
      controls.push(await control.measure(cell.first, cell.last, times.seconds))
      loads.push(await runLoad(bookingLoad(world, cell.slots, times.seconds)))
      say(
        `${cell.what}: control ${controls.at(-1)?.toFixed(0)}, over HTTP ${loads.at(-1)?.perSecond.toFixed(0)}`,
      )
    }
    rows.push(rowOf(cell, control, controls, loads))
  }
  return rows
}

/** What one load has left to be sent must not slow down the next measurement. */
async function forgetLetters({ databaseUrl }: World): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('DELETE FROM outbox_message WHERE sent_at IS NULL')
  await client.query('VACUUM (ANALYZE) outbox_message')
  await client.end()
}

interface Cell {
  readonly what: string
  readonly slots: readonly number[]
  readonly first: number
  readonly last: number
  readonly goal: number
}

function cellsOf({ manySlots, hotSlot }: World): Cell[] {
  const first = Math.min(...manySlots)
  const last = Math.max(...manySlots)
  return [
    { what: 'bookings on 1,000 slots', slots: manySlots, first, last, goal: 1 },
    { what: 'bookings on one hot slot', slots: [hotSlot], first: hotSlot, last: hotSlot, goal: 4 },
  ]
}

export function bookingLoad(world: World, slots: readonly number[], seconds: number) {
  const most = MOST_PER_SECOND * (seconds + WARM_UP_SECONDS)
  const firstPerson = people
  people += most * 2
  const { port, channelKey: key } = world
  const time = { connections: CONNECTIONS, warmUpSeconds: WARM_UP_SECONDS, seconds }
  return { port, key, ...time, book: { slots, firstPerson, most } }
}

function rowOf(
  { what, goal }: Cell,
  { program }: NaiveControl,
  controls: readonly number[],
  loads: readonly LoadReport[],
): Row {
  const measured = mean(loads.map(({ perSecond }) => perSecond))
  const control = mean(controls)
  const p50 = mean(loads.map((load) => load.p50))
  const p99 = Math.max(...loads.map((load) => load.p99))
  return {
    what,
    unit: '/s',
    measured,
    control: { what: `the same rows, one statement per booking, no HTTP (${program})`, measured: control },
    ratio: measured / control,
    goal: { least: goal },
    note: `${CONNECTIONS} connections; half within ${p50.toFixed(0)} ms, 99 % within ${p99.toFixed(0)} ms`,
  }
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
