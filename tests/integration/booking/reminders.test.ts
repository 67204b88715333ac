import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { scheduleReminders } from '#lib/booking/schedule-reminders.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, agreedCouple, cancel, confirm, decline, move, waitingCouple } from './fixtures/booked.ts'
import { bookingOf, couple } from './fixtures/couples.ts'
import { at, plantDays } from './fixtures/days.ts'
import { minutesLater, NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const HOUR = 60
const DAY = '2026-12-01'
const EVE = '2026-11-30'
const TEN = at(EVE, '10:00:00')

describe('while one of the two has not answered', () => {
  test('both are reminded halfway to the deadline, once however often and at once it runs', async () => {
    const { code } = await waitingHere()
    await Promise.all(Array.from({ length: 8 }, () => scheduleReminders(pool, NOW)))
    await scheduleReminders(pool, minutesLater(5 * HOUR))
    const dueAt = minutesLater(12 * HOUR)
    expect(await remindersOf(code)).toEqual([
      { event: 'partner-reminder', role: 2, dueAt },
      { event: 'partner-silent', role: 1, dueAt },
    ])
  })

  test('a deadline too near leaves no time for a reminder', async () => {
    const { slotOn } = await plantDays(pool, ['2026-11-23'])
    // The cut-off is at 15:00 of the day before.
    const now = at('2026-11-22', '13:00:00')
    const wish = bookingOf(couple(), slotOn('2026-11-23'), { now })
    const { code } = accepted(await bookAppointment(pool, wish))
    await scheduleReminders(pool, now)
    expect(await remindersOf(code)).toEqual([])
  })

  test('nobody is reminded once it is answered, cancelled or has run out', async () => {
    const [agreed, declined, cancelled, expired] = await Promise.all([
      agreedHere(),
      waitingHere(),
      waitingHere(),
      waitingHere(),
    ])
    accepted(await decline(pool, declined, declined.second))
    accepted(await cancel(pool, cancelled, cancelled.first))
    await scheduleReminders(pool, minutesLater(24 * HOUR))
    for (const { code } of [agreed, declined, cancelled, expired]) expect(await remindersOf(code)).toEqual([])
  })

  test('after a move it is the other who is reminded, of the new time', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 4 })
    const booked = await agreedCouple(pool, from)
    accepted(await move(pool, booked, booked.second, to))
    await scheduleReminders(pool, NOW)
    expect((await remindersOf(booked.code)).map(({ event, role }) => `${event} ${role}`)).toEqual([
      'partner-reminder 1',
      'partner-silent 2',
    ])
  })
})

describe('on the day before', () => {
  test('both are reminded at ten, also when the job comes late, and once', async () => {
    const { code } = await agreedHere()
    await scheduleReminders(pool, at('2026-11-29', '23:59:59'))
    expect(await remindersOf(code)).toEqual([])
    await scheduleReminders(pool, at(EVE, '00:00:00'))
    await Promise.all(Array.from({ length: 6 }, () => scheduleReminders(pool, at(EVE, '23:59:59'))))
    const both = [
      { event: 'day-before', role: 1, dueAt: TEN },
      { event: 'day-before', role: 2, dueAt: TEN },
    ]
    expect(await remindersOf(code)).toEqual(both)
    const late = await agreedHere()
    await scheduleReminders(pool, at(EVE, '23:59:59'))
    expect(await remindersOf(late.code)).toEqual(both)
    await scheduleReminders(pool, at(DAY, '00:00:00'))
    expect(await remindersOf(late.code)).toHaveLength(2)
  })

  test('a reminder says for which time it was meant, so that one overtaken by a move is not sent', async () => {
    const { code } = await agreedHere()
    await scheduleReminders(pool, at(EVE, '00:00:00'))
    const { rows } = await pool.query(
      `SELECT DISTINCT m.detail FROM outbox_message m JOIN appointment a ON a.id = m.appointment_id
       WHERE a.code = $1 AND m.event = 'day-before'`,
      [code],
    )
    expect(rows).toEqual([{ detail: { date: DAY, startTime: '08:00' } }])
  })

  test('not who waits, has cancelled, or agreed only after ten', async () => {
    const waiting = await waitingHere()
    const over = await agreedHere()
    accepted(await cancel(pool, over, over.first))
    const [slot] = await plantSlots(pool, { capacity: 2 })
    const now = at(EVE, '10:00:00')
    const people = couple()
    const { code, partnerCode = '' } = accepted(
      await bookAppointment(pool, bookingOf(people, slot, { now: at(EVE, '09:59:00') })),
    )
    accepted(await confirm(pool, { ...people, code, partnerCode }, people.second, { now }))
    await scheduleReminders(pool, at(EVE, '11:00:00'))
    const events = await Promise.all([waiting.code, over.code, code].map(remindersOf))
    expect(events.flat().filter(({ event }) => event === 'day-before')).toEqual([])
  })
})

async function waitingHere() {
  const [slot] = await plantSlots(pool, { capacity: 1 })
  return waitingCouple(pool, slot)
}

async function agreedHere() {
  const [slot] = await plantSlots(pool, { capacity: 1 })
  return agreedCouple(pool, slot)
}

async function remindersOf(code: string): Promise<{ event: string; role: number; dueAt: Date }[]> {
  const { rows } = await pool.query(
    `SELECT m.event, m.role, m.due_at AS "dueAt" FROM outbox_message m JOIN appointment a ON a.id = m.appointment_id
     WHERE a.code = $1 AND m.dedupe IS NOT NULL ORDER BY m.event, m.role`,
    [code],
  )
  return rows
}
