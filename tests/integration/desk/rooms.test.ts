import { describe, expect, test } from 'vitest'
import { bookRoom } from '#lib/desk/book-room.ts'
import { freeRoom } from '#lib/desk/free-room.ts'
import { listLaterRooms } from '#lib/desk/list-later-rooms.ts'
import { listRooms } from '#lib/desk/list-rooms.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, TODAY, TOMORROW, todayAt } from './fixtures/desk.ts'
import { walkIn } from './fixtures/queue.ts'
import { plantRoom } from './fixtures/rooms.ts'

const { pool } = await openTestDatabase()

function take(desk: Desk, roomId: string, time: string, wish: { minutes?: number; ticketId?: string } = {}) {
  const { minutes = 60, ticketId } = wish
  return takeRoom(pool, { actor: desk.clerk, roomId, minutes, ticketId, now: todayAt(time) })
}

const board = async (desk: Desk, time: string) =>
  accepted(await listRooms(pool, { actor: desk.clerk, officeId: desk.officeId, now: todayAt(time) }))

describe('a room', () => {
  test('is taken for a number, stands on the board, and is free again when it is given back', async () => {
    const desk = await plantDesk(pool)
    const room = await plantRoom(pool, desk.officeId, 'quiet')
    const ticket = await walkIn(pool, desk)
    const useId = accepted(await take(desk, room, '10:00', { ticketId: ticket.id }))
    expect(await board(desk, '10:30')).toMatchObject([{ id: room, running: { id: useId, number: 'A001' } }])
    accepted(await freeRoom(pool, { actor: desk.clerk, useId, now: todayAt('10:31') }))
    const [after] = await board(desk, '10:32')
    expect(after?.running).toBeUndefined()
    // Nobody can tell any more who was in there.
    expect(after?.uses).toMatchObject([{ number: undefined, endedAt: todayAt('10:31') }])
    accepted(await take(desk, room, '10:33'))
    expect(await freeRoom(pool, { actor: desk.clerk, useId, now: todayAt('10:34') })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('is not taken while somebody has it, and free once their time is over', async () => {
    const desk = await plantDesk(pool)
    const room = await plantRoom(pool, desk.officeId, 'mediation')
    accepted(await take(desk, room, '10:00', { minutes: 30 }))
    expect(await take(desk, room, '10:29')).toMatchObject({ errors: [{ reason: 'room-taken' }] })
    accepted(await take(desk, room, '10:30'))
  })

  test('takes no number of another office, no time of one’s own making, and no room that is not there', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const room = await plantRoom(pool, desk.officeId, 'oath')
    const { id: ticketId } = await walkIn(pool, other)
    expect(await take(desk, room, '10:00', { ticketId })).toMatchObject({ reason: 'invalid-input' })
    expect(await take(desk, room, '10:00', { minutes: 100_000 })).toMatchObject({ reason: 'invalid-input' })
    expect(await take(desk, 'nowhere', '10:00')).toMatchObject({ reason: 'not-found' })
    expect((await board(desk, '10:00'))[0]?.uses).toEqual([])
  })
})

describe('a room for a later time', () => {
  const book = (desk: Desk, roomId: string, day: string, time: string, minutes = 60, at = '10:00') =>
    bookRoom(pool, { actor: desk.clerk, roomId, day, time, minutes, now: todayAt(at) })
  const later = async (desk: Desk) =>
    accepted(
      await listLaterRooms(pool, { actor: desk.clerk, officeId: desk.officeId, now: todayAt('10:00') }),
    )

  test('stands among what is booked, keeps others out, and is cancelled again', async () => {
    const desk = await plantDesk(pool)
    const room = await plantRoom(pool, desk.officeId, 'mediation')
    const useId = accepted(await book(desk, room, TOMORROW, '14:00'))
    expect(await later(desk)).toMatchObject([{ id: useId, room: { en: 'mediation' } }])
    expect(await book(desk, room, TOMORROW, '14:30')).toMatchObject({ errors: [{ reason: 'room-taken' }] })
    expect(await book(desk, room, TOMORROW, '13:30', 60)).toMatchObject({
      errors: [{ reason: 'room-taken' }],
    })
    // One after the other is no overlap.
    accepted(await book(desk, room, TOMORROW, '15:00'))
    accepted(await freeRoom(pool, { actor: desk.clerk, useId, now: todayAt('10:05') }))
    accepted(await book(desk, room, TOMORROW, '14:00'))
    expect(await later(desk)).toHaveLength(2)
    const { rows } = await pool.query(
      `SELECT act FROM audit_entry WHERE office_id = $1 AND act LIKE 'room-%' ORDER BY id`,
      [desk.officeId],
    )
    expect(rows.map(({ act }) => act)).toEqual([
      'room-booked',
      'room-booked',
      'room-cancelled',
      'room-booked',
    ])
  })

  test('is not taken from them by whoever needs it now', async () => {
    const desk = await plantDesk(pool)
    const room = await plantRoom(pool, desk.officeId, 'quiet')
    accepted(await book(desk, room, TODAY, '10:45'))
    expect(await take(desk, room, '10:00')).toMatchObject({ errors: [{ reason: 'room-taken' }] })
    accepted(await take(desk, room, '10:00', { minutes: 30 }))
    expect((await board(desk, '10:10'))[0]?.uses).toHaveLength(2)
  })

  test('is booked by nobody of another office', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const room = await plantRoom(pool, desk.officeId, 'oath')
    expect(await book(other, room, TOMORROW, '14:00')).toMatchObject({ reason: 'not-allowed' })
  })
})

describe('twenty who take a room in the same moment', () => {
  const rush = async (desk: Desk) => {
    const roomId = await plantRoom(pool, desk.officeId, 'quiet')
    const wish = { actor: desk.clerk, roomId, minutes: 60, now: todayAt('10:00') }
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeRoom(pool, wish)))
    return taken.filter(({ ok }) => ok).length
  }

  test('are one who has it', async () => {
    expect(await rush(await plantDesk(pool))).toBe(1)
  })

  // Last in this file: the database of these tests is another one after it.
  test('would be several without the constraint', async () => {
    await pool.query('ALTER TABLE room_use DROP CONSTRAINT room_use_apart')
    expect(await rush(await plantDesk(pool))).toBeGreaterThan(1)
  })
})
