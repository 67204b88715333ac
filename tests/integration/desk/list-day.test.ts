import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { saveCare } from '#lib/booking/save-care.ts'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { estimateWaits } from '#lib/desk/estimate-waits.ts'
import { findEntry } from '#lib/desk/find-entry.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { forgetWalkIns } from '#lib/desk/forget-walk-ins.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, cancel, move } from '../booking/fixtures/booked.ts'
import { bookingOf, couple } from '../booking/fixtures/couples.ts'
import { at } from '../booking/fixtures/days.ts'
import { agreed, awaiting, type Desk, plantDesk, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'
import { arrived, called, step, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

async function today(desk: Desk, time: string, database: Pool = pool) {
  const { officeId, clerk: actor } = desk
  const day = accepted(
    await listDay(database, { actor, officeId, date: calendarDate(TODAY), now: todayAt(time) }),
  )
  // Each row read alone, by its appointment or its number, is the row of the list.
  if (database === pool)
    for (const entry of day.entries.slice(0, 5)) {
      expect(await found(desk, time, { id: entry.id })).toEqual(entry)
      if (entry.ticket) expect(await found(desk, time, { id: entry.ticket.id })).toEqual(entry)
    }
  return day
}

async function found(desk: Desk, time: string, sought: { id?: string; window?: string }, day = TODAY) {
  const { officeId, clerk: actor } = desk
  const wish = { actor, officeId, date: calendarDate(day), now: todayAt(time), ...sought }
  return accepted(await findEntry(pool, wish)).entry
}

async function idOf(code: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
  return rows[0]?.id ?? ''
}

describe('today', () => {
  test('is read once for all who ask in one moment, and whoever asks later never sees what was before', async () => {
    const desk = await plantDesk(pool)
    await agreed(pool, desk, { time: '09:00' })
    await today(desk, '08:00')
    const first = [today(desk, '08:00'), today(desk, '08:00')]
    // Two turns later that reading has begun.
    for (const _ of first) await new Promise((resolve) => setImmediate(resolve))
    const others = [today(desk, '08:00'), today(desk, '08:00')]
    await walkIn(pool, desk, { time: '08:00' })
    const after = today(desk, '08:00')
    const [one, two] = await Promise.all(others)
    const [before, atOnce] = await Promise.all(first)
    expect(before).toBe(atOnce)
    expect(one).toBe(two)
    expect(one).not.toBe(before)
    expect((await after).entries).toHaveLength(2)
    expect((await today(desk, '08:00')).entries).toHaveLength(2)
  })

  test('shows everybody by time with masked names, what is lacking, and how late they are', async () => {
    const desk = await plantDesk(pool)
    const late = await agreed(pool, desk, { time: '09:00' })
    const half = await agreed(pool, desk, { time: '09:30' })
    const unagreed = await awaiting(pool, desk, { time: '10:00' })
    await pool.query('UPDATE appointment SET held_until = $2 WHERE code = $1', [
      unagreed.code,
      todayAt('12:00'),
    ])
    const gone = await agreed(pool, desk, { time: '10:15' })
    accepted(await cancel(pool, gone, gone.first))
    await agreed(pool, desk, { day: TOMORROW })
    const { officeId, clerk: actor } = desk
    accepted(
      await recordArrival(pool, { actor, officeId, code: half.code, roles: [2], now: todayAt('09:20') }),
    )
    const walked = await walkIn(pool, desk, { time: '09:25', greenChannel: true })
    const day = await today(desk, '09:40')
    expect(day.entries.map(({ code, id }) => code ?? id)).toEqual([
      late.code,
      half.code,
      unagreed.code,
      walked.id,
    ])
    const [first, second, third, fourth] = day.entries
    expect(first).toMatchObject({ present: 0, lacks: [], flags: { lateMinutes: 40 }, startTime: '09:00' })
    expect(second).toMatchObject({
      present: 1,
      expected: 2,
      lacks: ['person'],
      people: [{ here: false }, { here: true }],
      ticket: { state: 'waiting', sinceAt: todayAt('09:20') },
    })
    expect(third?.lacks).toEqual(['agreement'])
    expect(fourth).toMatchObject({ code: undefined, flags: { greenChannel: true }, ticket: { letter: 'A' } })
    expect(day.counts).toEqual({
      appointments: 3,
      arrived: 1,
      waiting: 2,
      done: 0,
      averageWaitMinutes: undefined,
    })
    expect(day.windows.map(({ name }) => name)).toEqual(['1', '2', '3'])
    const told = JSON.stringify(day)
    for (const { party } of [late.first, late.second, half.first]) {
      expect(told).not.toContain(party.name)
      expect(told).not.toContain(party.documentNumber)
      expect(told).not.toContain(party.phone)
    }
  })

  test('has no row of its own for another day, another office, nobody and nonsense; a window has whoever stands there', async () => {
    const desk = await plantDesk(pool)
    const elsewhere = await plantDesk(pool)
    const gone = await agreed(pool, desk, { time: '10:15' })
    accepted(await cancel(pool, gone, gone.first))
    const { code } = await agreed(pool, desk, { time: '09:00' })
    const id = await idOf(code)
    const ticket = await called(pool, desk, await arrived(pool, desk, code, '08:50'), '09:00')
    const none = [
      found(desk, '09:10', { id: await idOf(gone.code) }),
      found(desk, '09:10', { id: await idOf((await agreed(pool, desk, { day: TOMORROW })).code) }),
      found(elsewhere, '09:10', { id }),
      found(elsewhere, '09:10', { id: ticket.id }),
      found(desk, '09:10', { id }, TOMORROW),
      found(desk, '09:10', { id: randomUUID() }),
      found(desk, '09:10', { id: "'; --" }),
      found(desk, '09:10', { window: '2' }),
      found(desk, '09:10', {}),
    ]
    expect(await Promise.all(none)).toEqual(none.map(() => undefined))
    expect(await found(desk, '09:10', { window: '1' })).toMatchObject({ id, ticket: { state: 'called' } })
  })

  test('tells languages, and that somebody asked to come apart, but not what they wrote', async () => {
    const desk = await plantDesk(pool)
    const people = couple()
    const order = bookingOf(people, desk.slotAt('10:00'), { now: at('2026-11-22'), locale: 'en' })
    const { code } = accepted(await bookAppointment(pool, order))
    await pool.query('UPDATE appointment SET held_until = $2 WHERE code = $1', [code, todayAt('12:00')])
    const care = { separate: true, note: 'a word for the desk alone' }
    accepted(await saveCare(pool, { actor: people.first.actor, code, care, now: at('2026-11-22') }))
    const { entries } = await today(desk, '09:00')
    expect(entries[0]?.flags).toMatchObject({ languages: ['en'], separate: true, hasNote: true })
    expect(JSON.stringify(entries)).not.toContain(care.note)
  })

  test('keeps a move at the time both had agreed to until it is answered', async () => {
    const desk = await plantDesk(pool)
    const moving = await agreed(pool, desk)
    const away = desk.slotAt('10:00', TOMORROW)
    accepted(await move(pool, moving, moving.first, away, { now: at('2026-11-30', '09:00:00') }))
    await pool.query('UPDATE appointment SET held_until = $2 WHERE code = $1', [
      moving.code,
      todayAt('12:00'),
    ])
    expect((await today(desk, '09:00')).entries).toMatchObject([
      { code: moving.code, lacks: ['move-answer'] },
    ])
    expect((await today(desk, '12:00')).entries).toMatchObject([
      { code: moving.code, status: 'confirmed', lacks: [] },
    ])
  })

  test('knows who walked in by a masked name, for that day alone', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const given = { actor, officeId, service: 'REISSUE_MARRIAGE', people: 1, locale: 'zh-CN' } as const
    const name = '欧阳示例'
    accepted(await giveTicket(pool, { ...given, greenChannel: false, name, now: todayAt('09:00') }))
    const named = async () => (await today(desk, '10:00')).entries.map(({ people }) => people[0]?.name)
    expect(await named()).toEqual(['欧***'])
    await forgetWalkIns(pool, todayAt('23:59'))
    expect(await named()).toEqual(['欧***'])
    expect(await forgetWalkIns(pool, at(TOMORROW, '02:25:00'))).toBeGreaterThan(0)
    expect(await named()).toEqual([''])
  })

  test('counts the day and its waits, and foretells those of who waits', async () => {
    const desk = await plantDesk(pool)
    for (const time of ['09:00', '09:15']) {
      const { code } = await agreed(pool, desk, { time })
      const ticket = await called(pool, desk, await arrived(pool, desk, code, '08:50'), time)
      const begun = accepted(await beginTicket(pool, step(desk, ticket, time)))
      accepted(await finishTicket(pool, { ...step(desk, begun, '09:30'), outcome: 'registered' }))
    }
    await walkIn(pool, desk, { time: '09:31' })
    const { counts } = await today(desk, '09:40')
    // 10 and 25 minutes.
    expect(counts).toEqual({ appointments: 2, arrived: 3, waiting: 1, done: 2, averageWaitMinutes: 18 })
    const { officeId, clerk: actor } = desk
    const waits = accepted(await estimateWaits(pool, { actor, officeId, now: todayAt('09:40') }))
    expect([...waits.values()]).toEqual([
      { ahead: 0, basis: 'usual', optimisticMinutes: 0, pessimisticMinutes: 0 },
    ])
    const [id = ''] = waits.keys()
    const alone = { actor, officeId, date: calendarDate(TODAY), now: todayAt('09:40'), id }
    expect(accepted(await findEntry(pool, alone)).wait).toEqual(waits.get(id))
  })

  test('of five hundred appointments takes four queries and little time', async () => {
    const desk = await plantDesk(pool, { capacity: 100 })
    await plantBusyDay(desk, 500)
    const asked: string[] = []
    const counting = Object.assign(Object.create(pool), {
      query: (...args: Parameters<Pool['query']>) => {
        asked.push(String(args[0]))
        return pool.query(...args)
      },
    }) as Pool
    await today(desk, '10:00')
    const since = performance.now()
    const day = await today(desk, '10:00', counting)
    const took = performance.now() - since
    expect(day.entries).toHaveLength(500)
    expect(asked).toHaveLength(4)
    // Some 40 ms where it was built; this only catches what has become another order of magnitude.
    expect(took).toBeLessThan(500)
  }, 60_000)
})

async function plantBusyDay(desk: Desk, count: number): Promise<void> {
  const orders = Array.from({ length: count }, (_, index) => {
    const minutes = 9 * 60 + (index % 32) * 15
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return bookAppointment(
      pool,
      bookingOf(couple(), desk.slotAt(time), { now: at('2026-11-22'), key: randomUUID() }),
    )
  })
  for (const order of await Promise.all(orders)) accepted(order)
  await pool.query(
    `UPDATE appointment SET status = 'confirmed', held_until = NULL, partner_code_hash = NULL, confirmed_at = created_at
     WHERE office_id = $1`,
    [desk.officeId],
  )
}
