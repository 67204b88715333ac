import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { callTicket } from '#lib/desk/call-ticket.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { leaveTicket } from '#lib/desk/leave-ticket.ts'
import { readOfflineMarks } from '#lib/desk/read-offline-marks.ts'
import { reconcileOffline } from '#lib/desk/reconcile-offline.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { ArrivalMark, EndMark, OfflineMark } from '#lib/domain/offline.ts'
import type { Service } from '#lib/domain/service.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { agreed, type Desk, plantDesk, staffOf, todayAt } from './fixtures/desk.ts'
import { arrived, called, eventsOf, statusOf, step } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
const iso = (time: string) => todayAt(time).toISOString()

/** A couple of ten o’clock, and what a workstation that was cut off from 9:40 on may put down of it. */
async function expected(desk: Desk, service: Service = 'MARRIAGE') {
  const { code } = await agreed(pool, desk, { service })
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
  const appointmentId = rows[0]?.id ?? ''
  const head = (time: string) => ({ key: randomUUID(), appointmentId, at: iso(time) })
  return {
    code,
    came: (time = '09:50'): ArrivalMark => ({ ...head(time), roles: [1, 2] }),
    ended: (end: EndMark['end'], time = '10:10', more: Partial<EndMark> = {}): EndMark => ({
      ...head(time),
      ...{ end, seenAt: iso('09:40'), ...more },
    }),
    ticket: async () =>
      (
        await pool.query(
          `SELECT id, state, outcome, outcome_detail AS detail, ended_at AS "endedAt" FROM ticket WHERE appointment_id = $1`,
          [appointmentId],
        )
      ).rows[0],
  }
}

async function send(
  desk: Desk,
  marks: readonly OfflineMark[],
  change: { actor?: StaffActor; window?: string } = {},
) {
  const { actor = desk.clerk, window = '1' } = change
  const wish = { actor, officeId: desk.officeId, window, marks, now: todayAt('11:00') }
  return accepted(await reconcileOffline(pool, wish))
}

describe('a visit that ended without a network', () => {
  test('is finished as it was put down, with its time, numbers and reason, one after the other at one window', async () => {
    const desk = await plantDesk(pool)
    const [one, two] = [await expected(desk), await expected(desk)]
    const registered = one.ended('registered', '10:10', { documents: ['l330523-2026-000123'] })
    const refused = two.ended('not-accepted', '10:20', { rejection: 'papers-missing' })
    const answers = await send(desk, [refused, one.came(), two.came('09:55'), registered])
    expect(answers.map(({ result }) => result)).toEqual(['done', 'done', 'done', 'done'])
    expect(answers[2]?.standing).toEqual({ number: 'A001', state: 'done', outcome: 'registered' })
    const ticket = await one.ticket()
    expect(ticket).toMatchObject({
      detail: { documents: ['L330523-2026-000123'] },
      endedAt: todayAt('10:10'),
    })
    expect(await eventsOf(pool, ticket.id)).toEqual(['arrive waiting', 'call called 1', 'finish done 1'])
    expect(await two.ticket()).toMatchObject({
      outcome: 'not-accepted',
      detail: { rejection: 'papers-missing' },
    })
    expect(await statusOf(pool, one.code)).toBe('attended')
    // Sent again after an interruption, once more by another page, or under another key: nothing happens twice.
    const again = await send(desk, [registered, { ...registered, key: randomUUID() }])
    expect(again.map(({ result }) => result)).toEqual(['done', 'already'])
    expect(await eventsOf(pool, ticket.id)).toHaveLength(3)
    const { rows } = await pool.query(
      `SELECT detail->>'end' AS end, detail->>'result' AS result FROM audit_entry
       WHERE act = 'outcome-reconciled' AND detail->>'key' = $1`,
      [registered.key],
    )
    expect(rows).toEqual([{ end: 'registered', result: 'done' }])
  })

  test('sent by four pages at the same moment is finished once', async () => {
    const desk = await plantDesk(pool)
    const couple = await expected(desk)
    await send(desk, [couple.came()])
    const mark = couple.ended('registered')
    await Promise.all([1, 2, 3, 4].map(() => send(desk, [mark])))
    expect(
      (await eventsOf(pool, (await couple.ticket()).id)).filter((event) => /finish/.test(event)),
    ).toEqual(['finish done 1'])
    expect(await send(desk, [mark])).toMatchObject([{ result: expect.stringMatching(/done|already/) }])
  })

  test('because they left, or nobody came, is put down as such', async () => {
    const desk = await plantDesk(pool)
    const [gone, missing] = [await expected(desk), await expected(desk)]
    const answers = await send(desk, [gone.came(), gone.ended('left'), missing.ended('not-come', '10:30')])
    expect(answers.map(({ result }) => result)).toEqual(['done', 'done', 'done'])
    expect(await gone.ticket()).toMatchObject({ state: 'left' })
    expect(await statusOf(pool, missing.code)).toBe('no-show')
    expect(await send(desk, [missing.ended('not-come', '10:40')])).toMatchObject([{ result: 'already' }])
    const early = await expected(desk)
    expect(await send(desk, [early.ended('not-come', '09:45')])).toMatchObject([{ reason: 'not-begun' }])
  })

  test('whose outcome moves a divorce case is put aside, and completed with its receipt at the screen', async () => {
    const desk = await plantDesk(pool)
    const couple = await expected(desk, 'DIVORCE_APPLICATION')
    const mark = couple.ended('application-accepted')
    const answers = await send(desk, [couple.came(), mark])
    expect(answers).toMatchObject([
      { result: 'done' },
      { result: 'to-complete', standing: { state: 'parked' } },
    ])
    const { id } = await couple.ticket()
    expect(await eventsOf(pool, id)).toEqual(['arrive waiting', 'call called 1', 'park parked 1'])
    const { rows } = await pool.query(
      `SELECT detail, (SELECT count(*)::int FROM divorce_case c WHERE c.office_id = $2) AS cases
       FROM ticket_event WHERE ticket_id = $1 AND event = 'park'`,
      [id, desk.officeId],
    )
    expect(rows).toEqual([{ detail: { toComplete: 'application-accepted' }, cases: 0 }])
    expect(await send(desk, [mark])).toMatchObject([{ result: 'to-complete' }])
    const wish = { actor: desk.clerk, ticketId: id, version: 2, now: todayAt('11:10') }
    const bare = { ...wish, outcome: 'application-accepted' } as const
    expect(await finishTicket(pool, bare)).toMatchObject({ errors: [{ reason: 'case-needed' }] })
    const paper = {
      receiptNumber: 'R-0412',
      acceptedOn: todayAt('10:10').toISOString().slice(0, 10) as never,
    }
    accepted(await finishTicket(pool, { ...bare, paper }))
  })
})

describe('what was done meanwhile is told and stands', () => {
  test('another outcome, a call to another window, a couple that left', async () => {
    const desk = await plantDesk(pool)
    const colleague = { ...desk, clerk: staffOf(desk.officeId) }
    const [done, serving, left] = [await expected(desk), await expected(desk), await expected(desk)]
    const first = await called(pool, colleague, await arrived(pool, desk, done.code, '09:45'), '09:50')
    const no = { outcome: 'not-accepted', rejection: 'papers-missing' } as const
    accepted(await finishTicket(pool, { ...step(colleague, first, '10:05'), ...no }))
    const second = await arrived(pool, desk, serving.code, '09:46')
    accepted(await callTicket(pool, { ...step(colleague, second, '10:06'), window: '2' }))
    accepted(await leaveTicket(pool, step(colleague, await arrived(pool, desk, left.code, '09:47'), '10:07')))
    const all = [done, serving, left]
    const before = await Promise.all(all.map(({ ticket }) => ticket()))
    const answers = await send(
      desk,
      all.map(({ ended }) => ended('registered')),
    )
    expect(answers.map(({ result, reason, standing }) => [result, reason, standing])).toEqual([
      ['conflict', 'already-done', { number: 'A001', state: 'done', outcome: 'not-accepted' }],
      ['conflict', 'changed-meanwhile', { number: 'A002', state: 'called' }],
      ['conflict', 'already-left', { number: 'A003', state: 'left' }],
    ])
    expect(await Promise.all(all.map(({ ticket }) => ticket()))).toEqual(before)
  })

  test('who stands at a colleague’s window since before the list, or at one’s own with somebody else', async () => {
    const desk = await plantDesk(pool)
    const colleague = { ...desk, clerk: staffOf(desk.officeId) }
    const [theirs, own, waiting] = [await expected(desk), await expected(desk), await expected(desk)]
    const first = await arrived(pool, desk, theirs.code, '09:30')
    accepted(await callTicket(pool, { ...step(colleague, first, '09:35'), window: '2' }))
    await called(pool, desk, await arrived(pool, desk, own.code, '09:31'), '09:36')
    await arrived(pool, desk, waiting.code, '09:32')
    const marks = [theirs.ended('registered', '10:01'), waiting.ended('registered', '10:02')]
    expect(await send(desk, [...marks, own.ended('registered', '10:03')])).toMatchObject([
      { result: 'conflict', reason: 'served-elsewhere' },
      { result: 'conflict', reason: 'window-busy', standing: { state: 'waiting' } },
      { result: 'done' },
    ])
    // The window is free now: what was refused can be sent again.
    expect(await send(desk, [waiting.ended('registered', '10:04')])).toMatchObject([{ result: 'done' }])
  })

  test('the refusals of the verbs hold, and refuse before anybody is called', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const couple = await expected(desk)
    const alone = { ...couple.came(), roles: [1] }
    expect(await send(desk, [couple.ended('registered')])).toMatchObject([{ reason: 'not-arrived' }])
    const marks = [alone, couple.ended('registered'), couple.ended('reissued'), couple.ended('not-accepted')]
    expect((await send(desk, marks)).slice(1).map(({ reason }) => reason)).toEqual([
      'both-needed',
      'outcome-of-other-service',
      'required',
    ])
    expect(await send(desk, [couple.ended('not-come')])).toMatchObject([{ reason: 'already-here' }])
    expect(await send(other, [couple.ended('left')])).toEqual([
      { key: expect.any(String), result: 'conflict', reason: 'wrong-office' },
    ])
    expect(await eventsOf(pool, (await couple.ticket()).id)).toEqual(['arrive waiting'])
  })
})

test('anything that is no end is not read', () => {
  const mark = {
    key: randomUUID(),
    appointmentId: randomUUID(),
    at: iso('10:00'),
    end: 'left',
    seenAt: iso('09:40'),
  }
  expect(readOfflineMarks(JSON.stringify([mark]))).toEqual([mark])
  for (const change of [
    { end: 'gone' },
    { seenAt: 'now' },
    { rejection: 'because' },
    { documents: 'L1' },
    { documents: Array(5).fill('L33052320260001') },
    { documents: ['9'.repeat(61)] },
  ])
    expect(readOfflineMarks(JSON.stringify([{ ...mark, ...change }]))).toBeUndefined()
})
