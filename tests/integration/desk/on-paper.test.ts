import { describe, expect, test } from 'vitest'
import { printDay } from '#lib/desk/print-day.ts'
import { recordMiss } from '#lib/desk/record-miss.ts'
import { showTicket } from '#lib/desk/show-ticket.ts'
import { voidMiss } from '#lib/desk/void-miss.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'
import { statusOf, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
const date = calendarDate(TODAY)

describe('who never came', () => {
  test('is put down once the time has begun; a senior takes it back the same day', async () => {
    const desk = await plantDesk(pool)
    const booked = await agreed(pool, desk, { time: '09:00' })
    const miss = { officeId: desk.officeId, code: booked.code, now: todayAt('09:40') }
    accepted(await recordMiss(pool, { ...miss, actor: desk.clerk, roles: [1, 2] }))
    expect(await statusOf(pool, booked.code)).toBe('no-show')
    expect(await voidMiss(pool, { ...miss, actor: desk.clerk })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    const strange = await plantDesk(pool)
    expect(
      await voidMiss(pool, { ...miss, actor: strange.senior, officeId: strange.officeId }),
    ).toMatchObject({ reason: 'not-found' })
    expect(accepted(await voidMiss(pool, { ...miss, actor: desk.senior })).status).toBe('confirmed')
    expect(await statusOf(pool, booked.code)).toBe('confirmed')
  })
})

describe('on paper', () => {
  test('the day holds masked names and phones, for those who may print it, on the record', async () => {
    const desk = await plantDesk(pool)
    const booked = await agreed(pool, desk, { time: '09:00' })
    await walkIn(pool, desk)
    const wish = { actor: desk.clerk, officeId: desk.officeId, date, now: todayAt('09:10') }
    const [first, second] = accepted(await printDay(pool, wish))
    const { phone, name } = booked.first.party
    expect(first?.phones[0]).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    expect(JSON.stringify([first, second])).not.toContain(name)
    expect(second).toMatchObject({ phones: [], entry: { code: undefined } })
    const reviewer = staffOf(desk.officeId, 'reviewer')
    expect(await printDay(pool, { ...wish, actor: reviewer })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    const { rows } = await pool.query(
      `SELECT detail FROM audit_entry WHERE act = 'day-printed' AND office_id = $1`,
      [desk.officeId],
    )
    expect(rows).toEqual([{ detail: { date: TODAY, rows: 2 } }])
  })

  test('a number is shown to those who may give one, at its own office', async () => {
    const desk = await plantDesk(pool)
    const ticket = await walkIn(pool, desk)
    expect(accepted(await showTicket(pool, { actor: desk.clerk, ticketId: ticket.id })).id).toBe(ticket.id)
    const strange = await plantDesk(pool)
    expect((await showTicket(pool, { actor: strange.clerk, ticketId: ticket.id })).ok).toBe(false)
  })
})
