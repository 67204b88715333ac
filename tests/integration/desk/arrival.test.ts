import { describe, expect, test } from 'vitest'
import { callNext } from '#lib/desk/call-next.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, alone, plantDesk, TODAY, todayAt } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()

describe('an arrival', () => {
  test('of both gives a number that is called', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    const now = todayAt('09:50')
    const arrival = accepted(await recordArrival(pool, { actor, officeId, code, roles: [1, 2], now }))
    expect(arrival).toMatchObject({ here: [1, 2], judgement: { verdict: 'fine' }, ticket: { number: 1 } })
    const day = accepted(await listDay(pool, { actor, officeId, date: calendarDate(TODAY), now }))
    expect(day.counts).toMatchObject({ appointments: 1, arrived: 1, waiting: 1, done: 0 })
    expect(day.entries[0]).toMatchObject({ code, present: 2, people: [{ here: true }, { here: true }] })
    const called = accepted(await callNext(pool, { actor, officeId, window: '1', now }))
    expect(called).toMatchObject({ id: arrival.ticket.id, state: 'called', window: '1', calls: 1 })
    expect(await callNext(pool, { actor, officeId, window: '1', now })).toMatchObject({
      errors: [{ reason: 'window-busy' }],
      current: { id: arrival.ticket.id },
    })
    expect(await callNext(pool, { actor, officeId, window: '2', now })).toEqual({ ok: true })
  })

  test('of one of two waits outside the queue until the other is here', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    const one = { actor, officeId, code, roles: [2], now: todayAt('09:50') }
    expect(accepted(await recordArrival(pool, one))).toMatchObject({ ticket: { present: 1, expected: 2 } })
    expect(await recordArrival(pool, one)).toMatchObject({ errors: [{ reason: 'already-here' }] })
    const call = { actor, officeId, window: '1', now: todayAt('10:00') }
    expect(await callNext(pool, call)).toEqual({ ok: true, value: undefined })
    const other = { ...one, roles: [1], now: todayAt('10:05') }
    expect(accepted(await recordArrival(pool, other))).toMatchObject({ here: [1, 2], ticket: { present: 2 } })
    expect(accepted(await callNext(pool, call))).toMatchObject({ state: 'called' })
  })

  test('of somebody alone needs nobody else', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await alone(pool, desk)
    const now = todayAt('09:50')
    const arrival = accepted(await recordArrival(pool, { actor, officeId, code, roles: [1], now }))
    expect(arrival.ticket).toMatchObject({ letter: 'B', expected: 1, present: 1 })
  })
})
