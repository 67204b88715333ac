import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { startEmbeddedServer } from '#lib/db/embedded-server.ts'
import { migrate } from '#lib/db/migrate.ts'
import { pool } from '#lib/db/pool.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { liveYear } from './live-year.ts'

// `npm run simulate -- 20000 some-seed`: the year 2026 with so many divorce cases, through the real verbs on a database of
// its own that is gone afterwards. The same number and seed live the same year.
const [count = 2000, seed = 'a year'] = [Number(process.argv[2] ?? 2000), process.argv[3]]
if (!Number.isInteger(count) || count < 1) {
  console.error('How many cases? For instance: npm run simulate -- 2000')
  process.exit(1)
}

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
Object.assign(process.env, {
  FIELD_KEYS: `1:${key(1)}`,
  INDEX_KEY: key(2),
  VOUCHER_KEY: `1:${key(3)}`,
  AUDIT_KEY: `1:${key(4)}`,
  SESSION_SECRET: 'of no use to anybody, for nobody signs in',
})

const folder = await mkdtemp(join(tmpdir(), 'yueding-year-'))
const server = await startEmbeddedServer({
  dataDir: folder,
  say: () => {},
  onLost: (reason) => {
    throw reason
  },
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
})
try {
  const url = await server.urlOf('year')
  await migrate(url)
  setDatabaseAddress(url)
  const began = performance.now()
  const year = await liveYear(pool(), {
    seed,
    count,
    from: calendarDate('2026-01-05'),
    until: calendarDate('2026-12-31'),
    noticeOn: calendarDate('2026-12-15'),
    windows: Math.ceil(count / 2000),
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const ended = Object.entries(year.ended).map(([status, number]) => `${number} ${status}`)
  console.log(`${count} cases, ${year.days} days, ${seconds} s: ${ended.sort().join(', ')}`)
  console.log(
    `${year.movedCases} had dates moved by the notice; ${year.bookedVisits} visits were booked; ${year.wrongs.length} wrongs`,
  )
  for (const { what, which } of year.wrongs.slice(0, 50)) console.log(`- ${what}: ${which}`)
  process.exitCode = year.wrongs.length > 0 ? 1 : 0
} finally {
  await closeConnections()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
