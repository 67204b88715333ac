import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { type Pool, pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LoadReport } from './load-order.ts'
import { bookingLoad, mean, type Times } from './measure-bookings.ts'
import type { Row } from './row.ts'
import { runLoad } from './run-load.ts'
import type { World } from './world.ts'

/** About as many offices as the nation has, each open forty quarters of an hour on every day. */
const OFFICES = 4200
const DAYS = 30
const READERS = 64
const NATION = Array.from({ length: OFFICES }, (_, index) => `nation-${index + 1}`)

/**
 * What a booking and a look at the free places cost beside the slots of a whole nation, against the same before they
 * were there; how long those take to be made, and what bookings feel of it meanwhile.
 */
export async function measureNational(
  world: World,
  times: Times,
  say: (line: string) => void,
): Promise<Row[]> {
  setDatabaseAddress(world.databaseUrl)
  await runLoad(bookingLoad(world, world.manySlots, 4))
  const small = await measure(world, times, say, 'few offices')
  await plantNation(pool())
  const regeneration = await regenerate(world, say)
  await pool().query('ANALYZE')
  const large = await measure(world, times, say, 'a nation')
  await closeConnections()
  return [
    rowOf('cost of a booking beside a nation', small.bookings, large.bookings),
    rowOf('cost of a look at the free places beside a nation', small.reads, large.reads),
    ...regeneration,
  ]
}

interface Costs {
  readonly bookings: number
  readonly reads: number
}

async function measure(
  world: World,
  times: Times,
  say: (line: string) => void,
  where: string,
): Promise<Costs> {
  const bookings: number[] = []
  const reads: number[] = []
  for (let round = 0; round < times.rounds; round += 1) {
    bookings.push((await runLoad(bookingLoad(world, world.manySlots, times.seconds))).perSecond)
    reads.push((await runLoad(readLoad(world, times.seconds))).perSecond)
    say(`${where}: ${bookings.at(-1)?.toFixed(0)} bookings, ${reads.at(-1)?.toFixed(0)} looks a second`)
  }
  return { bookings: mean(bookings), reads: mean(reads) }
}

function readLoad({ port, channelKey: key, availabilityPath: read }: World, seconds: number) {
  return { port, key, read, connections: READERS, warmUpSeconds: 1, seconds }
}

function rowOf(what: string, few: number, nation: number): Row {
  return {
    what,
    unit: 'µs',
    measured: 1e6 / nation,
    control: { what: 'the same with the offices of the demo', measured: 1e6 / few },
    ratio: few / nation,
    goal: { most: 1.2 },
  }
}

async function plantNation(db: Pool): Promise<void> {
  const { rows } = await db.query<{ id: string }>(`SELECT id FROM office WHERE id = 'bench-many'`)
  if (!rows[0]) throw new Error('the office to copy is not there')
  await db.query(
    `INSERT INTO office (id, region_code, tier, name, address, lat, lng, phone, hours, accepts, facilities, online_booking, position)
     SELECT 'nation-' || n, region_code, tier, name, address, lat, lng, phone, hours, accepts, facilities, online_booking, n
     FROM office, generate_series(1, $1) n WHERE id = 'bench-many'`,
    [OFFICES],
  )
  await db.query(
    `INSERT INTO lane (id, office_id, name, services, slot_minutes, position)
     SELECT 'nation-lane-' || n, 'nation-' || n, '{}', '{MARRIAGE}', 15, 0 FROM generate_series(1, $1) n`,
    [OFFICES],
  )
  await db.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, works_on_rest_day, valid_from)
     SELECT 'nation-rule-' || n, 'nation-lane-' || n, '{1,2,3,4,5,6,7}', '08:00', '18:00', 4, 75, true, '2026-01-01'
     FROM generate_series(1, $1) n`,
    [OFFICES],
  )
  await db.query('ANALYZE office, lane, opening_rule')
}

async function regenerate(world: World, say: (line: string) => void): Promise<Row[]> {
  const today = shanghaiToday(new Date())
  const period = { from: addDays(today, 1), until: addDays(today, DAYS) }
  const seconds = await timed(async () => {
    const { added } = await materialiseSlots(pool(), period, { officeIds: NATION })
    say(`${added} slots made`)
  })
  let loads: LoadReport[] = []
  const changing = timed(() => changeAll(period))
  const meanwhile = booksUntil(changing, world).then((reports) => {
    loads = reports
  })
  const again = await changing
  await meanwhile
  const p99 = Math.max(...loads.map((load) => load.p99))
  say(`changed in ${again.toFixed(0)} s, meanwhile ${loads.length} loads`)
  const note = `${OFFICES} offices, ${DAYS} days; every slot changed in ${again.toFixed(0)} s while ${mean(
    loads.map(({ perSecond }) => perSecond),
  ).toFixed(0)} bookings a second went on, 99 % within ${p99.toFixed(0)} ms`
  return [{ what: 'making the slots of a nation', unit: 's', measured: seconds, note }]
}

async function changeAll(period: Parameters<typeof materialiseSlots>[1]): Promise<void> {
  await pool().query(`UPDATE opening_rule SET windows = 5 WHERE id LIKE 'nation-%'`)
  await materialiseSlots(pool(), period, { officeIds: NATION })
}

async function booksUntil(end: Promise<unknown>, world: World): Promise<LoadReport[]> {
  const reports: LoadReport[] = []
  let ended = false
  void end.finally(() => {
    ended = true
  })
  while (!ended) reports.push(await runLoad({ ...bookingLoad(world, world.manySlots, 3), connections: 8 }))
  return reports
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
