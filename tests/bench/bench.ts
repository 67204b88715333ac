import { parseArgs } from 'node:util'
import { measureBookings } from './measure-bookings.ts'
import { measureChanges } from './measure-changes.ts'
import { measureClerks } from './measure-clerks.ts'
import { measureDesk } from './measure-desk.ts'
import { measureNational } from './measure-national.ts'
import { measurePages } from './measure-pages.ts'
import { measureReads } from './measure-reads.ts'
import { printTable, type Row } from './row.ts'
import { watchMemory } from './watch-memory.ts'
import { openWorld } from './world.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    port: { type: 'string', default: '4650' },
    national: { type: 'boolean', default: false },
    changes: { type: 'boolean', default: false },
  },
})
const times = { seconds: Number(values.seconds), rounds: Number(values.rounds) }
const say = (line: string) => process.stderr.write(`${line}\n`)

// One run: everything is measured against its own control on the same machine within the same minutes, so that the
// ratios mean something where the absolute figures do not.
const world = await openWorld(Number(values.port))
try {
  const rows = values.changes
    ? await measureChanges(world)
    : values.national
      ? await measureNational(world, times, say)
      : await measureUsual()
  if (values.json) process.stdout.write(`${JSON.stringify({ rows })}\n`)
  else printTable(rows)
} finally {
  await world.close()
}

async function measureUsual(): Promise<Row[]> {
  const memory = watchMemory(world.pid)
  const rows: Row[] = []
  rows.push(...(await measureBookings(world, times, say)))
  rows.push(await measureReads(world, times, say))
  rows.push(...(await measureDesk(world, times, say)))
  rows.push({
    what: 'memory of the process under that load',
    unit: 'MB',
    measured: memory.most(),
    goal: { most: 600 },
    note: world.hasPages ? 'pages and API' : 'API only: the pages are not built',
  })
  if (world.hasPages) rows.push(...(await measureClerks(world, say)), ...(await measurePages(world, say)))
  else say('The pages are not built (npm start builds them), so they were not weighed.')
  return rows
}
