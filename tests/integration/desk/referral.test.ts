import { describe, expect, test } from 'vitest'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { bookRoom } from '#lib/desk/book-room.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { findReferral } from '#lib/desk/find-referral.ts'
import { referToTalk } from '#lib/desk/refer-to-talk.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import { undoReferral } from '#lib/desk/undo-referral.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, type Desk, plantDesk, TODAY, todayAt } from './fixtures/desk.ts'
import { arrived, called, eventsOf, step, walkIn } from './fixtures/queue.ts'
import { plantCounsellor, plantRoom } from './fixtures/rooms.ts'

const { pool } = await openTestDatabase()

async function atWindow(desk: Desk) {
  const { code } = await agreed(pool, desk, { service: 'DIVORCE_APPLICATION' })
  const ticket = await called(pool, desk, await arrived(pool, desk, code))
  return accepted(await beginTicket(pool, step(desk, ticket)))
}

async function traces(desk: Desk) {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM room_use u JOIN room r ON r.id = u.room_id
             WHERE r.office_id = $1 AND u.ended_at IS NULL) AS rooms,
       (SELECT string_agg(state, ' ') FROM ticket WHERE office_id = $1 AND service = 'COUNSELLING') AS talks`,
    [desk.officeId],
  )
  return rows[0]
}

describe('a referral', () => {
  test('puts the number aside, takes the quiet room and gives a number for a talk; undone in one act', async () => {
    const desk = await plantDesk(pool)
    await plantRoom(pool, desk.officeId, 'mediation')
    const quiet = await plantRoom(pool, desk.officeId, 'quiet')
    await plantCounsellor(pool, desk.officeId)
    const ticket = await atWindow(desk)
    const parked = accepted(await referToTalk(pool, step(desk, ticket, '10:10')))
    expect(parked).toMatchObject({ state: 'parked', window: '1', orderAt: ticket.orderAt })
    expect(await traces(desk)).toEqual({ rooms: 1, talks: 'waiting' })
    const asked = { actor: desk.clerk, ticketId: ticket.id, now: todayAt('10:11') }
    expect(await findReferral(pool, asked)).toMatchObject({ value: { en: 'quiet' } })
    expect(
      await takeRoom(pool, { actor: desk.clerk, roomId: quiet, minutes: 30, now: todayAt('10:11') }),
    ).toMatchObject({ ok: false })
    const back = accepted(await undoReferral(pool, step(desk, parked, '10:12')))
    expect(back).toMatchObject({ state: 'serving', window: '1' })
    expect(await traces(desk)).toEqual({ rooms: 0, talks: 'undone' })
    expect(await eventsOf(pool, ticket.id)).toEqual([
      'arrive waiting',
      'call called 1',
      'begin serving 1',
      'park parked 1',
      'begin serving 1',
    ])
    // And once more: another number for another talk.
    accepted(await referToTalk(pool, step(desk, back, '10:20')))
    expect(await traces(desk)).toEqual({ rooms: 1, talks: 'undone waiting' })
  })

  test('without a counsellor in the house is a quiet room alone', async () => {
    const desk = await plantDesk(pool)
    await plantRoom(pool, desk.officeId, 'mediation')
    await plantCounsellor(pool, desk.officeId, '14:00', '18:00')
    accepted(await referToTalk(pool, step(desk, await atWindow(desk), '10:10')))
    expect(await traces(desk)).toEqual({ rooms: 1, talks: null })
  })

  test('is shorter where the room is booked for others later', async () => {
    const desk = await plantDesk(pool)
    const roomId = await plantRoom(pool, desk.officeId, 'quiet')
    const booking = {
      actor: desk.clerk,
      roomId,
      day: TODAY,
      time: '10:45',
      minutes: 60,
      now: todayAt('10:00'),
    }
    accepted(await bookRoom(pool, booking))
    accepted(await referToTalk(pool, step(desk, await atWindow(desk), '10:10')))
    expect(await traces(desk)).toMatchObject({ rooms: 2 })
  })

  test('is all or nothing: without a free room the couple stay where they are', async () => {
    const desk = await plantDesk(pool)
    const room = await plantRoom(pool, desk.officeId, 'quiet')
    await plantCounsellor(pool, desk.officeId)
    accepted(await takeRoom(pool, { actor: desk.clerk, roomId: room, minutes: 60, now: todayAt('10:00') }))
    const ticket = await atWindow(desk)
    expect(await referToTalk(pool, step(desk, ticket, '10:10'))).toMatchObject({
      errors: [{ reason: 'no-room-free' }],
      current: { state: 'serving' },
    })
    expect(await traces(desk)).toEqual({ rooms: 1, talks: null })
    expect((await eventsOf(pool, ticket.id)).at(-1)).toBe('begin serving 1')
  })

  test('breaks as a whole when its last part does', async () => {
    const desk = await plantDesk(pool)
    await plantRoom(pool, desk.officeId, 'quiet')
    await plantCounsellor(pool, desk.officeId)
    const ticket = await atWindow(desk)
    // A number above which there is none: the number for the talk cannot be given.
    await pool.query(
      `INSERT INTO ticket_counter (office_id, date, letter, last) VALUES ($1, $2, 'C', 2147483647)`,
      [desk.officeId, ticket.date],
    )
    await expect(referToTalk(pool, step(desk, ticket, '10:10'))).rejects.toThrow('out of range')
    expect(await traces(desk)).toEqual({ rooms: 0, talks: null })
    expect((await eventsOf(pool, ticket.id)).at(-1)).toBe('begin serving 1')
  })

  test('is not undone over others who stand at the window by now', async () => {
    const desk = await plantDesk(pool)
    await plantRoom(pool, desk.officeId, 'quiet')
    const parked = accepted(await referToTalk(pool, step(desk, await atWindow(desk), '10:10')))
    await walkIn(pool, desk)
    const { officeId, clerk: actor } = desk
    accepted(await callNext(pool, { actor, officeId, window: '1', now: todayAt('10:11') }))
    expect(await undoReferral(pool, step(desk, parked, '10:12'))).toMatchObject({
      errors: [{ reason: 'window-busy' }],
    })
    expect(await traces(desk)).toMatchObject({ rooms: 1 })
  })

  test('leaves no row that ties a visit to a talk', async () => {
    const desk = await plantDesk(pool)
    await plantRoom(pool, desk.officeId, 'quiet')
    await plantCounsellor(pool, desk.officeId)
    const ticket = await atWindow(desk)
    accepted(await referToTalk(pool, step(desk, ticket, '10:10')))
    const { rows } = await pool.query(
      `SELECT t.id, (SELECT string_agg(concat(detail), ' ') FROM ticket_event WHERE ticket_id IN (t.id, $2)) AS events,
         (SELECT string_agg(concat(subject_id, detail), ' ') FROM audit_entry WHERE subject_id = $2::text) AS entries
       FROM ticket t WHERE office_id = $1 AND service = 'COUNSELLING'`,
      [desk.officeId, ticket.id],
    )
    expect(rows).toHaveLength(1)
    expect(`${rows[0].events} ${rows[0].entries}`).not.toContain(rows[0].id)
    expect(rows[0].events).not.toMatch(/talk|quiet|room/)
  })
})
