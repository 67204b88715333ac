import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerRating } from '#lib/desk/answer-rating.ts'
import { appealRating } from '#lib/desk/appeal-rating.ts'
import { findVisitToRate } from '#lib/desk/find-visit-to-rate.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { forgetOldTraces } from '#lib/desk/forget-old-traces.ts'
import { judgeAppeal } from '#lib/desk/judge-appeal.ts'
import { listOwnRatings } from '#lib/desk/list-own-ratings.ts'
import { listRatings } from '#lib/desk/list-ratings.ts'
import { offerRating } from '#lib/desk/offer-rating.ts'
import { rateVisit } from '#lib/desk/rate-visit.ts'
import { signRating } from '#lib/desk/sign-rating.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, staffOf, todayAt } from './fixtures/desk.ts'
import { called, step, walkIn } from './fixtures/queue.ts'
import { plantRoom } from './fixtures/rooms.ts'

const { pool } = await openTestDatabase()

async function finished(desk: Desk) {
  const ticket = await called(pool, desk, await walkIn(pool, desk))
  return accepted(await finishTicket(pool, { ...step(desk, ticket, '10:20'), outcome: 'registered' }))
}

async function linkOf(desk: Desk, ticketId: string): Promise<string> {
  const offered = await offerRating(pool, { actor: desk.clerk, ticketId, now: todayAt('10:21') })
  return accepted(offered).token
}

function rate(token: string, level: number, wish: { words?: string; contact?: string; time?: string } = {}) {
  const { words = '', contact = '', time = '11:00' } = wish
  return rateVisit(pool, { token, level, words, contact, locale: 'zh-CN', now: todayAt(time) })
}

async function lowRating(desk: Desk) {
  const { id } = await finished(desk)
  accepted(await rate(await linkOf(desk, id), 1, { words: '等了很久', contact: '13800001234' }))
  return id
}

const listed = async (actor: StaffActor, desk: Desk) =>
  accepted(await listRatings(pool, { actor, officeId: desk.officeId, now: todayAt('11:30') }))

const versionOf = async (ticketId: string): Promise<number> =>
  (await pool.query('SELECT version FROM rating WHERE ticket_id = $1', [ticketId])).rows[0].version

describe('a rating', () => {
  test('belongs to one finished visit, is given once, and the link says so kindly afterwards', async () => {
    const desk = await plantDesk(pool)
    const { id } = await finished(desk)
    const token = await linkOf(desk, id)
    expect(await findVisitToRate(pool, token, todayAt('10:30'))).toMatchObject({ state: 'open' })
    expect(accepted(await rate(token, 5))).toBe(5)
    expect(await rate(token, 1)).toMatchObject({ errors: [{ reason: 'already-rated' }] })
    expect(await findVisitToRate(pool, token, todayAt('11:30'))).toMatchObject({ state: 'rated' })
    const { counts, ratings } = await listed(desk.senior, desk)
    expect([...counts]).toContainEqual([5, 1])
    expect(ratings).toMatchObject([{ level: 5, state: 'good', window: '1', contactBy: undefined }])
  })

  test('of ten presses in the same moment is one', async () => {
    const desk = await plantDesk(pool)
    const token = await linkOf(desk, (await finished(desk)).id)
    const all = await Promise.all([5, 4, 3, 2, 1, 5, 4, 3, 2, 1].map((level) => rate(token, level)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is not taken before the visit is over, for another ticket, or with a link of one’s own making', async () => {
    const desk = await plantDesk(pool)
    const ticket = await called(pool, desk, await walkIn(pool, desk))
    expect(await rate(signRating(ticket.id), 5)).toMatchObject({ errors: [{ reason: 'visit-not-over' }] })
    const offered = await offerRating(pool, { actor: desk.clerk, ticketId: ticket.id, now: todayAt('10:21') })
    expect(offered).toMatchObject({ errors: [{ reason: 'visit-not-over' }] })
    const elsewhere = await plantDesk(pool)
    const good = await linkOf(elsewhere, (await finished(elsewhere)).id)
    const forged = [
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      `${'A'.repeat(22)}${good.slice(22)}`,
      '',
      'x'.repeat(43),
    ]
    for (const token of forged) expect(await rate(token, 5)).toMatchObject({ reason: 'not-found' })
    expect(await rate(signRating(randomUUID()), 5)).toMatchObject({ reason: 'not-found' })
  })

  test('has one of five levels, and words of a bearable length', async () => {
    const desk = await plantDesk(pool)
    const token = await linkOf(desk, (await finished(desk)).id)
    for (const level of [0, 6, 2.5, Number.NaN])
      expect(await rate(token, level)).toMatchObject({ errors: [{ path: 'level' }] })
    expect(await rate(token, 5, { words: '好'.repeat(501) })).toMatchObject({ errors: [{ path: 'words' }] })
  })
})

describe('a bad rating', () => {
  test('is due in working days, first in the list, answered, closed, and the answer stands behind the link', async () => {
    const desk = await plantDesk(pool)
    const token = await linkOf(desk, (await finished(desk)).id)
    accepted(await rate(token, 4))
    const ticketId = await lowRating(desk)
    const { ratings } = await listed(desk.senior, desk)
    expect(ratings).toMatchObject([
      {
        ticketId,
        state: 'to-contact',
        words: '等了很久',
        contact: '13800001234',
        contactBy: '2026-12-02',
        closeBy: '2026-12-22',
      },
      { state: 'good' },
    ])
    const wish = { actor: desk.senior, ticketId, now: todayAt('12:00') }
    const close = { ...wish, reply: '', close: true, version: 0 }
    expect(await answerRating(pool, close)).toMatchObject({ errors: [{ reason: 'required' }] })
    accepted(await answerRating(pool, { ...wish, reply: '', close: false, version: 0 }))
    expect((await listed(desk.senior, desk)).ratings[0]).toMatchObject({ state: 'to-close' })
    expect(await answerRating(pool, { ...close, reply: '对不起' })).toMatchObject({
      errors: [{ reason: 'changed-meanwhile' }],
    })
    accepted(await answerRating(pool, { ...close, reply: '对不起，已经加开窗口。', version: 1 }))
    expect(await findVisitToRate(pool, signRating(ticketId), todayAt('12:01'))).toMatchObject({
      reply: '对不起，已经加开窗口。',
    })
    expect(await answerRating(pool, { ...close, reply: '又', version: 2 })).toMatchObject({
      errors: [{ reason: 'already-closed' }],
    })
    const { rows } = await pool.query('SELECT sealed, reply FROM rating WHERE ticket_id = $1', [ticketId])
    expect(`${rows[0].sealed.toString()} ${rows[0].reply.toString()}`).not.toMatch(/等了|对不起|1380/)
  })

  test('is appealed against once, by the one it is about, and judged above the office', async () => {
    const desk = await plantDesk(pool)
    const ticketId = await lowRating(desk)
    const now = todayAt('12:00')
    const [own] = accepted(await listOwnRatings(pool, { actor: desk.clerk, officeId: desk.officeId, now }))
    expect(own).toMatchObject({ ticketId, words: '等了很久', contact: '' })
    const wish = { ticketId, version: 0, now, appeal: '当时系统停机' }
    expect(await appealRating(pool, { ...wish, actor: staffOf(desk.officeId) })).toMatchObject({
      errors: [{ reason: 'not-about-you' }],
    })
    expect(await appealRating(pool, { ...wish, actor: desk.clerk, appeal: ' ' })).toMatchObject({ ok: false })
    accepted(await appealRating(pool, { ...wish, actor: desk.clerk }))
    expect(await appealRating(pool, { ...wish, actor: desk.clerk, version: 1 })).toMatchObject({
      errors: [{ reason: 'already-appealed' }],
    })
    const judging = { ticketId, version: 1, now, answer: 'upheld' } as const
    for (const actor of [desk.clerk, desk.senior, staffOf(desk.officeId, 'office-manager')])
      expect(await judgeAppeal(pool, { ...judging, actor })).toMatchObject({
        errors: [{ reason: 'not-in-role' }],
      })
    const admin = staffOf(desk.officeId, 'city-admin')
    accepted(await judgeAppeal(pool, { ...judging, actor: admin }))
    expect(await judgeAppeal(pool, { ...judging, actor: admin, version: 2 })).toMatchObject({
      errors: [{ reason: 'no-appeal' }],
    })
    const { ratings, counts } = await listed(admin, desk)
    // Above the office nobody sees how to reach people.
    expect(ratings).toMatchObject([{ state: 'dismissed', contact: '' }])
    expect([...counts.values()]).toEqual([0, 0, 0, 0, 0])
  })

  test('is not looked after by the one it is about', async () => {
    const desk = await plantDesk(pool)
    const own: Desk = { ...desk, clerk: desk.senior }
    const ticketId = await lowRating(own)
    const wish = { actor: desk.senior, ticketId, version: 0, reply: '好', close: true, now: todayAt('12:00') }
    expect(await answerRating(pool, wish)).toMatchObject({ errors: [{ reason: 'about-yourself' }] })
    expect((await listed(desk.senior, desk)).ratings).toMatchObject([{ isOwn: true, contact: '' }])
  })
})

describe('after the time of retention', () => {
  test('the words are gone and the counts stay; what is younger or still open in time keeps its words', async () => {
    const desk = await plantDesk(pool)
    const old = await lowRating(desk)
    accepted(
      await appealRating(pool, {
        actor: desk.clerk,
        ticketId: old,
        version: 0,
        now: todayAt('12:00'),
        appeal: '不对',
      }),
    )
    const reply = { actor: desk.senior, ticketId: old, version: await versionOf(old), now: todayAt('12:00') }
    accepted(await answerRating(pool, { ...reply, reply: '好', close: true }))
    const young = await lowRating(desk)
    await pool.query(`UPDATE rating SET rated_at = rated_at + interval '10 days' WHERE ticket_id = $1`, [
      young,
    ])
    const roomId = await plantRoom(pool, desk.officeId, 'quiet')
    const room = { actor: desk.clerk, roomId, minutes: 60, ticketId: old, now: todayAt('12:00') }
    accepted(await takeRoom(pool, room))
    const dayAfter = (days: number) => new Date(todayAt('02:25').getTime() + days * 86_400_000)
    expect(await forgetOldTraces(pool, dayAfter(1), { retentionDays: 180 })).toBe(0)
    expect((await pool.query('SELECT ticket_id FROM room_use WHERE room_id = $1', [roomId])).rows).toEqual([
      { ticket_id: null },
    ])
    expect(await forgetOldTraces(pool, dayAfter(180), { retentionDays: 180 })).toBe(0)
    expect(await forgetOldTraces(pool, dayAfter(181), { retentionDays: 180 })).toBeGreaterThan(0)
    expect(await forgetOldTraces(pool, dayAfter(181), { retentionDays: 180 })).toBe(0)
    const { rows } = await pool.query(
      'SELECT ticket_id, level, sealed, reply, appeal FROM rating WHERE office_id = $1 ORDER BY rated_at',
      [desk.officeId],
    )
    expect(rows[0]).toEqual({ ticket_id: old, level: 1, sealed: null, reply: null, appeal: null })
    expect(rows[1]?.sealed).not.toBeNull()
    expect((await pool.query('SELECT FROM room_use WHERE room_id = $1', [roomId])).rowCount).toBe(0)
  })
})
