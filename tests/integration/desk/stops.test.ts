import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { addStop } from '#lib/desk/add-stop.ts'
import { removeStop } from '#lib/desk/remove-stop.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { findStop } from '#lib/office/find-stop.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'
import { listStops } from '#lib/office/list-stops.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, agreedCouple } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { deliver } from '../notification/fixtures/house.ts'
import { plantDesk, staffOf, TODAY } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()
const NOW = at('2026-11-22')
const DAY = calendarDate(TODAY)

async function plantCar() {
  const desk = await plantDesk(pool)
  await pool.query(`UPDATE office SET tier = 'mobile' WHERE id = $1`, [desk.officeId])
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, valid_from)
     SELECT id || '-rule', id, '{1,2,3,4,5}', '08:00', '18:00', 2, 50, '2026-01-01' FROM lane WHERE office_id = $1`,
    [desk.officeId],
  )
  return { ...desk, manager: staffOf(desk.officeId, 'office-manager') }
}

const STOP = {
  date: TODAY,
  opens: '09:30',
  closes: '12:00',
  place: '示例镇集市',
  address: '示例街 1 号',
  position: '107.03, 33.15',
}

describe('the stops of a mobile office', () => {
  test('stand on its page, and a couple with a time there is sent to where the car stands', async () => {
    const { officeId, manager: actor, slotAt } = await plantCar()
    accepted(await addStop(pool, { actor, officeId, input: STOP, now: NOW }))
    const stops = await listStops(pool, { officeId, from: DAY, until: DAY })
    expect(stops).toMatchObject([{ date: TODAY, opens: '09:30', place: { en: '示例镇集市' } }])
    expect(await findStop(pool, { officeId, date: DAY, time: '11:45' })).toMatchObject({ closes: '12:00' })
    expect(await findStop(pool, { officeId, date: DAY, time: '12:00' })).toBeUndefined()
    await agreedCouple(pool, slotAt('10:00'))
    const mails = await pool.query(`SELECT count(*)::int AS count FROM stop WHERE office_id = $1`, [officeId])
    expect(mails.rows[0].count).toBe(1)
    await pool.query(`UPDATE outbox_message SET event = 'day-before' WHERE event = 'confirmed'`)
    const letters = await deliver(pool, NOW)
    expect(letters.some(({ text }) => text.includes('示例街 1 号'))).toBe(true)
  })

  test('are not taken away from couples who are booked there, and it is told how many', async () => {
    const { officeId, manager: actor, slotAt } = await plantCar()
    await agreedCouple(pool, slotAt('13:00'))
    const { id: stopId } = accepted(await addStop(pool, { actor, officeId, input: STOP, now: NOW }))
    await agreedCouple(pool, slotAt('10:00'))
    await agreedCouple(pool, slotAt('11:45'))
    expect(await removeStop(pool, { actor, stopId, now: NOW })).toMatchObject({
      reason: 'not-allowed',
      booked: 2,
      errors: [{ reason: 'couples-are-booked' }],
    })
    const free = { ...STOP, opens: '15:00', closes: '16:00' }
    const { id } = accepted(await addStop(pool, { actor, officeId, input: free, now: NOW }))
    expect(await removeStop(pool, { actor, stopId: id, now: NOW })).toEqual({ ok: true })
    expect(await listStops(pool, { officeId, from: DAY, until: DAY })).toHaveLength(1)
  })

  test('are bookable from the moment they are planned until they are taken out, and nowhere else', async () => {
    const { officeId, manager: actor } = await plantCar()
    await pool.query('DELETE FROM slot WHERE office_id = $1', [officeId])
    const open = async () => {
      const { rows } = await pool.query(
        `SELECT DISTINCT date::text || ' ' || start_time AS at FROM slot WHERE office_id = $1 AND open ORDER BY 1`,
        [officeId],
      )
      return rows.map(({ at: start }) => start)
    }
    await materialiseSlots(pool, { from: DAY, until: DAY }, { officeIds: [officeId], now: NOW })
    expect(await open()).toEqual([])
    const input = { ...STOP, opens: '09:30', closes: '10:00' }
    const { id: stopId } = accepted(await addStop(pool, { actor, officeId, input, now: NOW }))
    expect(await open()).toEqual([`${TODAY} 09:30`, `${TODAY} 09:45`])
    const where = { officeId, date: DAY }
    expect(await findVisitPlace(pool, { ...where, time: '09:45' })).toMatchObject({
      place: { en: '示例镇集市' },
      at: { lat: 33.15, lng: 107.03 },
    })
    expect(await findVisitPlace(pool, { ...where, time: '10:00' })).toMatchObject({ place: undefined })
    expect(await removeStop(pool, { actor, stopId, now: NOW })).toEqual({ ok: true })
    expect(await open()).toEqual([])
  })

  test('are never two at one time, also when two are added at once', async () => {
    const { officeId, manager: actor } = await plantCar()
    const tries = await Promise.all(
      ['09:00', '09:15', '10:00'].map((opens) =>
        addStop(pool, { actor, officeId, input: { ...STOP, opens }, now: NOW }),
      ),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('are planned by the manager of that very office, who types what can be', async () => {
    const car = await plantCar()
    const house = await plantDesk(pool)
    const { officeId, manager: actor, senior } = car
    const wish = { actor, officeId, input: STOP, now: NOW }
    for (const other of [senior, staffOf(house.officeId, 'office-manager')])
      expect(await addStop(pool, { ...wish, actor: other })).toMatchObject({
        errors: [{ reason: 'not-in-role' }],
      })
    const own = { ...wish, officeId: house.officeId, actor: staffOf(house.officeId, 'office-manager') }
    expect(await addStop(pool, own)).toMatchObject({ errors: [{ reason: 'stays-where-it-is' }] })
    const wrong = { date: '2026-11-01', opens: '9', closes: '', place: '', address: 'x', position: '7, 300' }
    expect(await addStop(pool, { ...wish, input: wrong })).toMatchObject({
      errors: [
        { path: 'date', reason: 'day-is-over' },
        { path: 'opens', reason: 'clock-time' },
        { path: 'closes', reason: 'required' },
        { path: 'place', reason: 'required' },
        { path: 'position', reason: 'position' },
      ],
    })
    const { id: stopId } = accepted(await addStop(pool, wish))
    expect(await removeStop(pool, { actor: senior, stopId, now: NOW })).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await removeStop(pool, { actor, stopId: randomUUID(), now: NOW })).toMatchObject({
      reason: 'not-found',
    })
  })
})
