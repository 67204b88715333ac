import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool } from '#lib/db/pool.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { drawToken } from '#lib/identity/draw-token.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import { type Answered, openScreen } from './desk-screen.ts'
import type { ClerksReport } from './measure-clerks.ts'
import { spreadOf } from './spread-of.ts'

// One day of an office over HTTP, in a process of its own: thirty clerks with the page of today open and live, as their
// browsers ask for it. Everybody acts at a pace that is far above any day: a scan and a call each, again and again.

const APPOINTMENTS = 500
const CLERKS = 30
const PEOPLE_FROM = 4_000_000
const PAUSE_MS = Number(process.env.DESK_PAUSE_MS ?? 20_000)
const ROUNDS = 2
const origin = process.env.DESK_ORIGIN ?? ''

const officeId = `bench-hall-${randomUUID().slice(0, 8)}`
const now = new Date()
const date = shanghaiToday(now)
const booked = instantAt(addDays(date, -10), '12:00')
const database = pool()
const grants = [{ role: 'clerk', scope: 'office', scopeId: officeId } as const]
const staffId = randomUUID()
const actor = mintActor({ kind: 'staff', id: staffId, name: 'bench', grants }) as StaffActor

const { slots } = await plantOffice(database, {
  id: officeId,
  days: [date],
  opens: '00:00',
  closes: '23:45',
  capacity: 500,
})
const screens = await Promise.all(Array.from({ length: CLERKS }, (_, clerk) => sitDown(String(clerk + 1))))
const codes: string[] = []
for (let index = 0; index < APPOINTMENTS; index += 1) codes.push(await book(index))
await database.query(
  `UPDATE appointment SET status = 'confirmed', held_until = NULL, partner_code_hash = NULL, confirmed_at = created_at
   WHERE office_id = $1`,
  [officeId],
)
await database.query('ANALYZE')

// Half of them are here already, so that there is somebody to call.
// Each at their time, so that the day is the same whatever the hour of the measurement.
for (const [index, code] of codes.slice(0, APPOINTMENTS / 2).entries()) {
  const came = instantAt(date, slots[index % slots.length]?.startTime ?? '00:00')
  const here = await recordArrival(database, { actor, officeId, code, roles: [1, 2], now: came })
  if (!here.ok) throw new Error(JSON.stringify(here))
}
const opened = await Promise.all(screens.map((token) => openScreen(origin, token)))
const first = opened[0]
if (!first) throw new Error('nobody is here')
const alone: number[] = []
const bytes: number[] = []
for (let time = 0; time < 10; time += 1) alone.push((await first.read()).milliseconds)

const over = new AbortController()
let told = 0
const heard = opened.map(() => new Map<string, number[]>())
const watching = opened.map((screen, clerk) =>
  screen.watch(over.signal, (ids) => {
    told += 1
    const at = performance.now()
    for (const id of ids) heard[clerk]?.set(id, [...(heard[clerk]?.get(id) ?? []), at])
  }),
)
await sleep(1000)
const [scan, next, plain, acts] = [[], [], [], []] as [number[], number[], number[], number[]]
const calls: { readonly id: string; readonly clerk: number; readonly at: number }[] = []
const waiting = codes.slice(APPOINTMENTS / 2)
await Promise.all(
  opened.map(async (screen, clerk) => {
    await sleep((PAUSE_MS / CLERKS) * clerk)
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = signVoucher({ code: waiting.pop() ?? '', officeId, date })
      kept(scan, await screen.send('scan', { scan: text }), 'verdict=')
      await sleep(PAUSE_MS / 2)
      const at = performance.now()
      const called = await screen.send('next', {})
      kept(next, called, 'at=')
      calls.push({ id: called.address.split('at=').at(-1) ?? '', clerk, at })
      await database.query(
        `UPDATE ticket SET state = 'done', ended_at = now(), outcome = 'registered', version = version + 1
         WHERE office_id = $1 AND "window" = $2 AND state = 'called'`,
        [officeId, String(clerk + 1)],
      )
      await sleep(PAUSE_MS / 2)
    }
  }),
)
// Whole pages, at the same pace, once nobody else waits for an answer.
await Promise.all(
  opened.map(async (screen, clerk) => {
    await sleep((PAUSE_MS / CLERKS) * clerk)
    const text = signVoucher({ code: waiting.pop() ?? '', officeId, date })
    const page = await screen.post('scan', { scan: text })
    plain.push(page.milliseconds)
    if (!page.address.includes('verdict=')) throw new Error(`${page.address} instead of a verdict`)
  }),
)
await sleep(1500)
over.abort()
await Promise.all(watching)
const report: ClerksReport = {
  scan: spreadOf(scan),
  next: spreadOf(next),
  plain: spreadOf(plain),
  seen: spreadOf(calls.flatMap(seenElsewhere)),
  act: spreadOf(acts),
  alone: spreadOf(alone),
  told,
  kilobytes: Math.max(...bytes) / 1024,
}
process.stdout.write(JSON.stringify(report))
await closeConnections()

/** How long after the key was pressed each other screen showed the call. */
function seenElsewhere({ id, clerk, at }: (typeof calls)[number]): number[] {
  return heard.flatMap((rows, other) => {
    if (other === clerk) return []
    const shown = rows.get(id)?.find((time) => time >= at)
    if (shown === undefined) throw new Error(`screen ${other} was never told of ${id}`)
    return [shown - at]
  })
}

function kept(into: number[], answer: Answered, expected: string): void {
  if (!answer.address.includes(expected)) throw new Error(`${answer.address} instead of ${expected}`)
  into.push(answer.milliseconds)
  bytes.push(answer.bytes)
  acts.push(answer.act ?? 0)
}

/** A clerk of this office with both factors proved and a window of their own; the token of their browser. */
async function sitDown(window: string): Promise<string> {
  const [id, token] = [randomUUID(), drawToken()]
  await database.query('INSERT INTO staff (id, username, name, created_at) VALUES ($1, $2, $3, $4)', [
    id,
    `b-${id.slice(0, 13)}`,
    '林静宜',
    now,
  ])
  await database.query(
    `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at) VALUES ($1, 'clerk', 'office', $2, $3)`,
    [id, officeId, now],
  )
  await database.query(
    `INSERT INTO staff_session (token_hash, staff_id, created_at, second_factor_at, last_seen_at, office_id, "window")
     VALUES ($1, $2, $3, $3, $3, $4, $5)`,
    [hashToken(token), id, now, officeId, window],
  )
  await database.query(
    `INSERT INTO desk_window (office_id, name, services, position, open) VALUES ($1, $2, '{MARRIAGE}', $3, true)`,
    [officeId, window, Number(window)],
  )
  return token
}

async function book(index: number): Promise<string> {
  const parties = [0, 1].map((role) =>
    syntheticPerson(PEOPLE_FROM + index * 2 + role, { sex: role ? 'F' : 'M' }),
  )
  const [one] = parties
  const slot = slots[index % slots.length]
  if (!one || !slot) throw new Error('nothing to book')
  const made = await bookAppointment(database, {
    actor: mintActor({ kind: 'person', id: randomUUID(), identity: one }),
    input: { slotId: slot.id, service: 'MARRIAGE', parties },
    key: randomUUID(),
    locale: 'zh-CN',
    now: booked,
  })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.value.code
}
