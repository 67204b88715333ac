import { randomUUID } from 'node:crypto'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool } from '#lib/db/pool.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { findArrival } from '#lib/desk/find-arrival.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import type { DeskReport } from './measure-desk.ts'
import { spreadOf } from './spread-of.ts'

// A day of one office, in a process of its own with the product's own pool: everybody arrives, is called and served, with
// all clerks at it at once and nobody pausing. No HTTP: these are the verbs behind the screens.

const APPOINTMENTS = 500
const CLERKS = 30
const LISTS = 30
const PEOPLE_FROM = 3_000_000

const officeId = `bench-desk-${randomUUID().slice(0, 8)}`
const booked = new Date()
const date = addDays(shanghaiToday(booked), 10)
const now = instantAt(date, '12:00')
const database = pool()
const grants = [{ role: 'clerk', scope: 'office', scopeId: officeId } as const]
const actor = mintActor({ kind: 'staff', id: randomUUID(), name: 'bench', grants }) as StaffActor

const { slots } = await plantOffice(database, {
  id: officeId,
  days: [date],
  opens: '11:15',
  closes: '13:00',
  capacity: 500,
})
for (let place = 1; place <= CLERKS; place += 1) {
  await database.query(
    `INSERT INTO desk_window (office_id, name, services, position, open) VALUES ($1, $2, '{MARRIAGE}', $3, true)`,
    [officeId, String(place), place],
  )
}
const codes = await Promise.all(Array.from({ length: APPOINTMENTS }, (_, index) => book(index)))
await database.query(
  `UPDATE appointment SET status = 'confirmed', held_until = NULL, partner_code_hash = NULL, confirmed_at = created_at
   WHERE office_id = $1`,
  [officeId],
)
await database.query('ANALYZE')

const [scan, arrive, next, finish, list] = [[], [], [], [], []] as number[][] as [
  number[],
  number[],
  number[],
  number[],
  number[],
]
const waiting = [...codes]
await atOnce(async () => {
  const code = waiting.pop()
  if (!code) return false
  const text = signVoucher({ code, officeId, date })
  await timed(scan, findArrival(database, { actor, officeId, query: { by: 'text', text }, now }))
  await timed(arrive, recordArrival(database, { actor, officeId, code, roles: [1, 2], now }))
  return true
})
for (let count = 0; count < LISTS; count += 1)
  await timed(list, listDay(database, { actor, officeId, date, now }))
await atOnce(async (clerk) => {
  const ticket = await timed(next, callNext(database, { actor, officeId, window: String(clerk + 1), now }))
  if (!ticket) return false
  const step = { actor, ticketId: ticket.id, version: ticket.version, now }
  await timed(finish, finishTicket(database, { ...step, outcome: 'registered' }))
  return true
})
const report: DeskReport = {
  scan: spreadOf(scan),
  arrive: spreadOf(arrive),
  next: spreadOf(next),
  finish: spreadOf(finish),
  list: spreadOf(list),
}
process.stdout.write(JSON.stringify(report))
await closeConnections()

async function book(index: number): Promise<string> {
  const parties = [0, 1].map((role) =>
    syntheticPerson(PEOPLE_FROM + index * 2 + role, { sex: role ? 'F' : 'M' }),
  )
  const [first, second] = parties
  const slot = slots[index % slots.length]
  if (!first || !second || !slot) throw new Error('nothing to book')
  const made = await bookAppointment(database, {
    actor: mintActor({ kind: 'person', id: randomUUID(), identity: first }),
    input: { slotId: slot.id, service: 'MARRIAGE', parties },
    key: randomUUID(),
    locale: 'zh-CN',
    now: booked,
  })
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.value.code
}

/** All clerks at once, each again and again until there is nothing left to do. */
async function atOnce(act: (clerk: number) => Promise<boolean>): Promise<void> {
  await Promise.all(
    Array.from({ length: CLERKS }, async (_, clerk) => {
      while (await act(clerk));
    }),
  )
}

async function timed<Value>(into: number[], asked: Promise<Result<Value>>): Promise<Value> {
  const since = performance.now()
  const told = await asked
  into.push(performance.now() - since)
  if (!told.ok) throw new Error(JSON.stringify(told))
  return told.value
}
