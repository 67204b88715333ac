import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { NAIVE_BOOKING } from './naive-booking.ts'

const run = promisify(execFile)

const CLIENTS = 16
const PEOPLE_PER_CLIENT = 10_000_000
const PEOPLE_PER_RUN = 500_000
let runs = 0

export interface NaiveControl {
  readonly program: string
  /** Bookings per second on slots `first` to `last`. */
  readonly measure: (first: number, last: number, seconds: number) => Promise<number>
}

/** The naive control, driven by pgbench where there is one, else by `pg` in this process. */
export async function findNaiveControl(databaseUrl: string): Promise<NaiveControl> {
  const version = await run('pgbench', ['--version']).catch(() => undefined)
  if (!version) {
    return { program: `pg, ${CLIENTS} clients`, measure: (...cell) => measureWithPg(databaseUrl, ...cell) }
  }
  const program = `pgbench, prepared, ${CLIENTS} clients`
  return { program, measure: (...cell) => measureWithPgbench(databaseUrl, ...cell) }
}

async function measureWithPgbench(
  url: string,
  first: number,
  last: number,
  seconds: number,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'yueding-pgbench-'))
  const script = join(folder, 'naive-booking.sql')
  runs += 1
  await writeFile(
    script,
    `\\set slot random(${first}, ${last})
\\set n :n + 1
\\set person :client_id * ${PEOPLE_PER_CLIENT} + ${runs * PEOPLE_PER_RUN} + :n
${NAIVE_BOOKING};
`,
  )
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(CLIENTS),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-D',
    'n=0',
  ]
  try {
    const { stdout } = await run('pgbench', [...options, '-f', script, url])
    const perSecond = Number(stdout.match(/tps = ([\d.]+)/)?.[1])
    if (!perSecond) throw new Error(`pgbench said:\n${stdout}`)
    return perSecond
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measureWithPg(url: string, first: number, last: number, seconds: number): Promise<number> {
  runs += 1
  const text = NAIVE_BOOKING.replaceAll(':slot', '$1').replaceAll(':person', '$2')
  const until = Date.now() + seconds * 1000
  const start = process.hrtime.bigint()
  const counts = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, clientId) => {
      const client = new Client({ connectionString: url })
      await client.connect()
      let n = 0
      for (; Date.now() < until; n += 1) {
        const slot = first + Math.floor(Math.random() * (last - first + 1))
        const person = clientId * PEOPLE_PER_CLIENT + runs * PEOPLE_PER_RUN + n
        await client.query({ name: 'naive-booking', text, values: [slot, person] })
      }
      await client.end()
      return n
    }),
  )
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9
  return counts.reduce((sum, count) => sum + count, 0) / elapsed
}
