import { describe, expect, test } from 'vitest'
import { freeRoom } from '#lib/desk/free-room.ts'
import { listRooms } from '#lib/desk/list-rooms.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, todayAt } from './fixtures/desk.ts'
import { walkIn } from './fixtures/queue.ts'
import { plantRoom, withoutRoomLock } from './fixtures/rooms.ts'

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

describe('twenty who take a room in the same moment', () => {
  const rush = async (desk: Desk, database: typeof pool) => {
    const roomId = await plantRoom(pool, desk.officeId, 'quiet')
    const wish = { actor: desk.clerk, roomId, minutes: 60, now: todayAt('10:00') }
    const taken = await Promise.all(Array.from({ length: 20 }, () => takeRoom(database, wish)))
    return taken.filter(({ ok }) => ok).length
  }

  test('are one who has it', async () => {
    expect(await rush(await plantDesk(pool), pool)).toBe(1)
  })

  test('would be several without the lock', async () => {
    expect(await rush(await plantDesk(pool), withoutRoomLock(pool))).toBeGreaterThan(1)
  })
})
