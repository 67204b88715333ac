import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { leaveTicket } from '#lib/desk/leave-ticket.ts'
import { listOfflineDay } from '#lib/desk/list-offline-day.ts'
import { readOfflineMarks } from '#lib/desk/read-offline-marks.ts'
import { reconcileOffline } from '#lib/desk/reconcile-offline.ts'
import { undoArrival } from '#lib/desk/undo-arrival.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { OfflineMark } from '#lib/domain/offline.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, cancel } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { type Desk, plantDesk, staffOf, todayAt } from './fixtures/desk.ts'
import { noted } from './fixtures/noted.ts'
import { arrived, called, eventsOf, step } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

async function send(desk: Desk, marks: readonly OfflineMark[], time = '10:30', actor = desk.clerk) {
  const { officeId } = desk
  return reconcileOffline(pool, { actor, officeId, marks, now: todayAt(time) })
}

async function sendOne(desk: Desk, mark: OfflineMark, time?: string, actor?: StaffActor) {
  return accepted(await send(desk, [mark], time, actor))[0]
}

async function ticketsOf({ appointmentId }: OfflineMark) {
  const { rows } = await pool.query(
    `SELECT id, state, present, created_at AS "createdAt", order_at AS "orderAt" FROM ticket WHERE appointment_id = $1 ORDER BY id`,
    [appointmentId],
  )
  return rows
}

describe('arrivals of a workstation that was alone', () => {
  test('count from when people came, in the order in which they came', async () => {
    const desk = await plantDesk(pool)
    const late = await noted(pool, desk, { at: todayAt('10:05').toISOString() })
    const early = await noted(pool, desk)
    const answers = accepted(await send(desk, [late.mark, early.mark]))
    expect(answers).toEqual([
      { key: early.mark.key, result: 'done', standing: { number: 'A001', state: 'waiting' } },
      { key: late.mark.key, result: 'done', standing: { number: 'A002', state: 'waiting' } },
    ])
    expect(await ticketsOf(early.mark)).toMatchObject([{ present: 2, createdAt: todayAt('09:50') }])
    const { rows } = await pool.query(
      `SELECT at, detail FROM audit_entry WHERE act = 'arrival-reconciled' AND subject_id = $1`,
      [early.mark.appointmentId],
    )
    expect(rows).toMatchObject([
      { at: todayAt('10:30'), detail: { key: early.mark.key, markedAt: early.mark.at, result: 'done' } },
    ])
  })

  test('one after the other make a couple', async () => {
    const desk = await plantDesk(pool)
    const { mark } = await noted(pool, desk, { roles: [2] })
    const other = { ...mark, key: randomUUID(), roles: [1], at: todayAt('09:58').toISOString() }
    const answers = accepted(await send(desk, [mark, other]))
    expect(answers.map(({ result }) => result)).toEqual(['done', 'done'])
    expect(await ticketsOf(mark)).toMatchObject([{ present: 2, orderAt: todayAt('10:00') }])
  })

  test('sent twice count once, also when the arrival was taken back in between', async () => {
    const desk = await plantDesk(pool)
    const { mark } = await noted(pool, desk)
    const first = await sendOne(desk, mark)
    expect(await sendOne(desk, mark, '10:31')).toEqual(first)
    const [ticket] = await ticketsOf(mark)
    const taken = { actor: desk.clerk, ticketId: ticket.id, version: 0, now: todayAt('10:40') }
    accepted(await undoArrival(pool, taken))
    expect(await sendOne(desk, mark, '10:41')).toEqual(first)
    expect(await ticketsOf(mark)).toMatchObject([{ state: 'undone' }])
    expect(await eventsOf(pool, ticket.id)).toEqual(['arrive waiting', 'undo undone'])
    const other = { ...mark, roles: [1] }
    expect(await sendOne(desk, other)).toMatchObject({ result: 'conflict', reason: 'key-used' })
    // The key of one clerk is none of another’s.
    expect(await sendOne(desk, mark, '10:42', desk.senior)).toMatchObject({ reason: 'undone-meanwhile' })
  })

  test('sent by two pages at the same moment make one number', async () => {
    const desk = await plantDesk(pool)
    const { mark } = await noted(pool, desk)
    const answers = await Promise.all([1, 2, 3, 4].map(() => sendOne(desk, mark)))
    for (const answer of answers) expect(['done', 'already']).toContain(answer?.result)
    expect(await ticketsOf(mark)).toHaveLength(1)
  })
})

describe('what colleagues did meanwhile stands', () => {
  test('the same arrival is no conflict', async () => {
    const desk = await plantDesk(pool)
    const { code, mark } = await noted(pool, desk)
    const ticket = await arrived(pool, desk, code, '09:52')
    expect(await sendOne(desk, mark)).toEqual({
      key: mark.key,
      result: 'already',
      standing: { number: 'A001', state: 'waiting' },
    })
    expect(await eventsOf(pool, ticket.id)).toEqual(['arrive waiting'])
  })

  test('an arrival taken back after the mark is not put down again', async () => {
    const desk = await plantDesk(pool)
    const { code, mark } = await noted(pool, desk)
    const ticket = await arrived(pool, desk, code, '09:52')
    accepted(await undoArrival(pool, step(desk, ticket, '09:55')))
    expect(await sendOne(desk, mark)).toMatchObject({ result: 'conflict', reason: 'undone-meanwhile' })
    expect(await ticketsOf(mark)).toMatchObject([{ state: 'undone' }])
  })

  test('an arrival taken back before the mark does not stand in its way', async () => {
    const desk = await plantDesk(pool)
    const { code, mark } = await noted(pool, desk)
    accepted(await undoArrival(pool, step(desk, await arrived(pool, desk, code, '09:40'), '09:45')))
    expect(await sendOne(desk, mark)).toMatchObject({ result: 'done' })
  })

  test('who is finished or has left is told as it stands', async () => {
    const desk = await plantDesk(pool)
    const [one, two] = [await noted(pool, desk), await noted(pool, desk)]
    const ticket = await called(pool, desk, await arrived(pool, desk, one.code, '09:45'), '10:00')
    const wish = { ...step(desk, ticket, '10:20'), outcome: 'registered', documents: [] } as const
    accepted(await finishTicket(pool, wish))
    accepted(await leaveTicket(pool, step(desk, await arrived(pool, desk, two.code, '09:46'), '10:21')))
    expect(accepted(await send(desk, [one.mark, two.mark]))).toEqual([
      {
        key: one.mark.key,
        result: 'conflict',
        reason: 'already-done',
        standing: { number: 'A001', state: 'done', outcome: 'registered' },
      },
      {
        key: two.mark.key,
        result: 'conflict',
        reason: 'already-here',
        standing: { number: 'A002', state: 'left' },
      },
    ])
    expect(await ticketsOf(one.mark)).toMatchObject([{ state: 'done' }])
    expect(await ticketsOf(two.mark)).toMatchObject([{ state: 'left' }])
  })

  test('a cancelled appointment stays cancelled', async () => {
    const desk = await plantDesk(pool)
    const booked = await noted(pool, desk)
    const { mark } = booked
    accepted(await cancel(pool, booked, booked.first, { now: at('2026-11-25') }))
    expect(await sendOne(desk, mark)).toMatchObject({ result: 'conflict', reason: 'cancelled' })
    expect(await ticketsOf(mark)).toEqual([])
  })
})

describe('what a workstation may not', () => {
  test('another office', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const { mark } = await noted(pool, other)
    expect(await sendOne(desk, mark)).toEqual({ key: mark.key, result: 'conflict', reason: 'wrong-office' })
    expect(await send(other, [mark], '10:30', desk.clerk)).toMatchObject({ ok: false, reason: 'not-allowed' })
    const wish = { actor: desk.clerk, officeId: other.officeId, now: todayAt('10:00') }
    expect(await listOfflineDay(pool, wish)).toMatchObject({ ok: false, reason: 'not-allowed' })
    const reviewer = staffOf(desk.officeId, 'reviewer')
    expect(await send(desk, [mark], '10:30', reviewer)).toMatchObject({ ok: false })
    expect(await ticketsOf(mark)).toEqual([])
  })

  test.each([
    ['2026-11-30T02:00:00.000Z', 'before-today'],
    ['2026-12-01T02:33:00.000Z', 'in-future'],
  ])('a time of %s, at half past ten', async (at, reason) => {
    const desk = await plantDesk(pool)
    const { mark } = await noted(pool, desk, { at })
    expect(await sendOne(desk, mark)).toMatchObject({ result: 'conflict', reason })
    expect(await ticketsOf(mark)).toEqual([])
  })

  test('a clock that is a minute ahead counts as now', async () => {
    const desk = await plantDesk(pool)
    const { mark } = await noted(pool, desk, { at: todayAt('10:31').toISOString() })
    expect(await sendOne(desk, mark)).toMatchObject({ result: 'done' })
    expect(await ticketsOf(mark)).toMatchObject([{ createdAt: todayAt('10:30') }])
  })

  test('anything that is no mark', () => {
    const mark = {
      key: randomUUID(),
      appointmentId: randomUUID(),
      roles: [1],
      at: todayAt('10:00').toISOString(),
    }
    expect(readOfflineMarks(JSON.stringify([mark]))).toEqual([mark])
    for (const change of [
      { key: '1' },
      { roles: [] },
      { roles: [3] },
      { at: '10:00' },
      { appointmentId: null },
    ])
      expect(readOfflineMarks(JSON.stringify([{ ...mark, ...change }]))).toBeUndefined()
    for (const text of ['', '{}', 'null', '[null]', '[[]]']) expect(readOfflineMarks(text)).toBeUndefined()
    expect(readOfflineMarks(JSON.stringify(Array(201).fill(mark)))).toBeUndefined()
  })
})
