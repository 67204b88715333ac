import { describe, expect, test } from 'vitest'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { callTicket } from '#lib/desk/call-ticket.ts'
import { forwardTicket } from '#lib/desk/forward-ticket.ts'
import { leaveTicket } from '#lib/desk/leave-ticket.ts'
import { missTicket } from '#lib/desk/miss-ticket.ts'
import { parkTicket } from '#lib/desk/park-ticket.ts'
import { recallTicket } from '#lib/desk/recall-ticket.ts'
import { returnTicket } from '#lib/desk/return-ticket.ts'
import { undoArrival } from '#lib/desk/undo-arrival.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, type Desk, plantDesk, TOMORROW, todayAt } from './fixtures/desk.ts'
import { arrived, called, eventsOf, step, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

async function next(desk: Desk, time: string, window = '1') {
  const { officeId, clerk: actor } = desk
  return accepted(await callNext(pool, { actor, officeId, window, now: todayAt(time) }))
}

describe('the queue', () => {
  test('calls the green channel first, then by appointment, then who came late, then walk-ins', async () => {
    const desk = await plantDesk(pool)
    const walked = await walkIn(pool, desk, { time: '09:00' })
    const late = await arrived(pool, desk, (await agreed(pool, desk, { time: '09:00' })).code, '09:16')
    const ten = await arrived(pool, desk, (await agreed(pool, desk, { time: '10:00' })).code, '09:30')
    const half = await arrived(pool, desk, (await agreed(pool, desk, { time: '09:30' })).code, '09:40')
    const old = await walkIn(pool, desk, { time: '09:45', greenChannel: true })
    const order = []
    for (let count = 0; count < 5; count += 1) {
      const ticket = await next(desk, '09:50')
      if (!ticket) throw new Error('nobody waits')
      order.push(ticket.id)
      accepted(await missTicket(pool, step(desk, ticket, '09:51')))
    }
    expect(order).toEqual([old, half, ten, late, walked].map(({ id }) => id))
    expect(await next(desk, '09:52')).toBeUndefined()
  })

  test('knows its day: what waited yesterday is neither called nor touched tomorrow', async () => {
    const desk = await plantDesk(pool)
    const ticket = await walkIn(pool, desk)
    const { officeId, clerk: actor } = desk
    const now = new Date(todayAt('10:00').getTime() + 86_400_000)
    expect(now.toISOString()).toContain(TOMORROW)
    expect(await callNext(pool, { actor, officeId, window: '1', now })).toEqual({
      ok: true,
      value: undefined,
    })
    const late = { ...step(desk, ticket), window: '1', now }
    expect(await callTicket(pool, late)).toMatchObject({ errors: [{ reason: 'not-today' }] })
  })

  test('calls nobody whose service the window does not do, and nobody to a closed window', async () => {
    const desk = await plantDesk(pool)
    await pool.query(`UPDATE desk_window SET services = '{MARRIAGE}' WHERE office_id = $1 AND name = '1'`, [
      desk.officeId,
    ])
    const ticket = await walkIn(pool, desk, { service: 'COUNSELLING', people: 1 })
    expect(await next(desk, '10:00')).toBeUndefined()
    await pool.query(`UPDATE desk_window SET open = false WHERE office_id = $1 AND name = '2'`, [
      desk.officeId,
    ])
    const { officeId, clerk: actor } = desk
    const closed = await callNext(pool, { actor, officeId, window: '2', now: todayAt('10:00') })
    expect(closed).toMatchObject({ errors: [{ reason: 'window-closed' }] })
    expect(await next(desk, '10:00', '3')).toMatchObject({ id: ticket.id })
  })

  test('a window has one couple at a time, also for two clicks in the same moment', async () => {
    const desk = await plantDesk(pool)
    for (let count = 0; count < 4; count += 1) await walkIn(pool, desk)
    const { officeId, clerk: actor } = desk
    const call = { actor, officeId, window: '1', now: todayAt('10:00') }
    const both = await Promise.all([callNext(pool, call), callNext(pool, call)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ errors: [{ reason: 'window-busy' }] })
    const other = await walkIn(pool, desk)
    expect(await callTicket(pool, { ...step(desk, other), window: '1' })).toMatchObject({
      errors: [{ reason: 'window-busy' }],
      current: { state: 'called', window: '1' },
    })
  })
})

describe('a step', () => {
  test('of a ticket that has changed since is refused, and tells how it stands now', async () => {
    const desk = await plantDesk(pool)
    const seen = await walkIn(pool, desk)
    await called(pool, desk, seen)
    expect(await leaveTicket(pool, step(desk, seen))).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'changed-meanwhile' }],
      current: { id: seen.id, state: 'called', version: 1 },
    })
    const both = await walkIn(pool, desk)
    const twice = await Promise.all([
      leaveTicket(pool, step(desk, both)),
      leaveTicket(pool, step(desk, both)),
    ])
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('that the table does not have is refused', async () => {
    const desk = await plantDesk(pool)
    const ticket = await walkIn(pool, desk)
    for (const verb of [beginTicket, parkTicket, missTicket, recallTicket])
      expect(await verb(pool, step(desk, ticket))).toMatchObject({ errors: [{ reason: 'ticket-waiting' }] })
  })

  test('recall waits a minute after the last call, each time', async () => {
    const desk = await plantDesk(pool)
    const one = await called(pool, desk, await walkIn(pool, desk), '10:00')
    expect(await recallTicket(pool, step(desk, one, '10:00:59'))).toMatchObject({
      errors: [{ reason: 'called-just-now' }],
    })
    const two = accepted(await recallTicket(pool, step(desk, one, '10:01:00')))
    expect(two).toMatchObject({ state: 'called', calls: 2 })
    expect(await recallTicket(pool, step(desk, two, '10:01:59'))).toMatchObject({ ok: false })
    expect(accepted(await recallTicket(pool, step(desk, two, '10:02:00')))).toMatchObject({ calls: 3 })
  })

  test('parks with the window, frees it, and is called again', async () => {
    const desk = await plantDesk(pool)
    const begun = accepted(
      await beginTicket(pool, step(desk, await called(pool, desk, await walkIn(pool, desk)))),
    )
    const parked = accepted(await parkTicket(pool, step(desk, begun, '10:05')))
    expect(parked).toMatchObject({ state: 'parked', window: '1' })
    const again = await walkIn(pool, desk)
    expect(await next(desk, '10:06')).toMatchObject({ id: again.id })
    const back = accepted(await callTicket(pool, { ...step(desk, parked, '10:10'), window: '2' }))
    accepted(await beginTicket(pool, step(desk, back, '10:11')))
    expect(await eventsOf(pool, begun.id)).toEqual([
      'give waiting',
      'call called 1',
      'begin serving 1',
      'park parked 1',
      'call called 2',
      'begin serving 2',
    ])
  })

  test('who missed the call stands behind those who stayed; who was put back by the desk does not', async () => {
    const desk = await plantDesk(pool)
    const [one, two] = [
      await walkIn(pool, desk, { time: '09:00' }),
      await walkIn(pool, desk, { time: '09:01' }),
    ]
    const missed = accepted(await missTicket(pool, step(desk, await called(pool, desk, one))))
    accepted(await returnTicket(pool, step(desk, missed, '10:05')))
    const second = await next(desk, '10:06')
    expect(second?.id).toBe(two.id)
    if (!second) throw new Error('nobody waits')
    accepted(await returnTicket(pool, step(desk, second, '10:07')))
    expect((await next(desk, '10:08'))?.id).toBe(two.id)
  })

  test('forwards to a window that alone may call, and with another letter gives another number', async () => {
    const desk = await plantDesk(pool)
    const ticket = await called(pool, desk, await walkIn(pool, desk))
    expect(await forwardTicket(pool, { ...step(desk, ticket), window: '9' })).toMatchObject({
      errors: [{ reason: 'window-closed' }],
    })
    const sent = accepted(await forwardTicket(pool, { ...step(desk, ticket), window: '2' }))
    expect(sent).toMatchObject({ state: 'waiting', letter: 'A', number: 1, window: '2' })
    expect(await next(desk, '10:01', '3')).toBeUndefined()
    const there = await next(desk, '10:01', '2')
    if (!there) throw new Error('nobody waits')
    const advised = accepted(await forwardTicket(pool, { ...step(desk, there), service: 'COUNSELLING' }))
    expect(advised).toMatchObject({ letter: 'C', number: 1, service: 'COUNSELLING', rank: ticket.rank })
    expect(advised.orderAt).toEqual(ticket.orderAt)
    expect(await walkIn(pool, desk)).toMatchObject({ letter: 'A', number: 2 })
  })

  test('an arrival is undone while nobody has called, and recorded anew under another number', async () => {
    const desk = await plantDesk(pool)
    const { code } = await agreed(pool, desk)
    const first = await arrived(pool, desk, code)
    accepted(await undoArrival(pool, step(desk, first, '09:51')))
    const second = await arrived(pool, desk, code, '09:52')
    expect([first.number, second.number]).toEqual([1, 2])
    const at = await called(pool, desk, second)
    expect(await undoArrival(pool, step(desk, at))).toMatchObject({ errors: [{ reason: 'ticket-called' }] })
  })
})

test('numbers are given once, however many ask in the same moment', async () => {
  const desk = await plantDesk(pool)
  const tickets = await Promise.all(Array.from({ length: 40 }, () => walkIn(pool, desk)))
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(40)
})
