import { describe, expect, test } from 'vitest'
import { giveTimesBack } from '#lib/capacity/give-times-back.ts'
import { makeChange } from '#lib/capacity/make-change.ts'
import { previewChange } from '#lib/capacity/preview-change.ts'
import { settleOffers } from '#lib/capacity/settle-offers.ts'
import { takeKeptTime } from '#lib/capacity/take-kept-time.ts'
import { workOnChanges } from '#lib/capacity/work-on-changes.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted, agreedCouple, cancel, move, waitingCouple } from '../booking/fixtures/booked.ts'
import { toldOf } from '../booking/fixtures/records.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import { ANSWER_BY, closing, DAY, lookAndMake, plantRuled, statesOf, withWindows } from './fixtures/office.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

async function timeOf(code: string) {
  const { rows } = await pool.query(
    `SELECT s.date::text AS date, s.start_time AS time, a.status FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.code = $1`,
    [code],
  )
  return rows[0]
}

describe('closing a day', () => {
  test('shows the places lost and the couples, and does exactly that', async () => {
    const office = await plantRuled(pool)
    const one = await agreedCouple(pool, await office.slotAt(DAY))
    const { picture, changeId } = await lookAndMake(pool, office, closing(), {
      choice: 'move',
      answerBy: ANSWER_BY,
    })
    expect(picture.days).toEqual([{ date: DAY, before: 4, after: 0, gained: 0, lost: 4 }])
    expect(picture.affected).toMatchObject([{ date: DAY, startTime: '09:00', hasContact: true }])
    const { rows } = await pool.query('SELECT open FROM slot WHERE office_id = $1 AND date = $2', [
      office.officeId,
      DAY,
    ])
    expect(rows).toEqual([{ open: false }, { open: false }])
    expect(await workThroughChange(pool, changeId, NOW)).toBe(1)
    expect(await statesOf(pool, changeId)).toEqual([{ code: one.code, state: 'offered', day: '2026-12-02' }])
    expect(await toldOf(pool, one.code)).toMatchObject([
      { event: 'change-offered', role: 1 },
      { event: 'change-offered', role: 2 },
    ])
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test('one of the two takes the time that is kept; the old seat is gone, both are told', async () => {
    const office = await plantRuled(pool)
    const one = await agreedCouple(pool, await office.slotAt(DAY))
    const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
    await workThroughChange(pool, changeId, NOW)
    accepted(await takeKeptTime(pool, { actor: one.second.actor, code: one.code, now: NOW }))
    expect(await timeOf(one.code)).toEqual({ date: '2026-12-02', time: '09:00', status: 'confirmed' })
    expect(await takeKeptTime(pool, { actor: one.first.actor, code: one.code, now: NOW })).toMatchObject({
      reason: 'hold-expired',
    })
    expect((await toldOf(pool, one.code)).map(({ event }) => event)).toEqual([
      'change-offered',
      'change-offered',
      'change-moved',
      'change-moved',
    ])
    expect(await findUnbalancedSlots(pool)).toEqual([])
    const { rows } = await pool.query(
      'SELECT done_at IS NOT NULL AS done FROM capacity_change WHERE id = $1',
      [changeId],
    )
    expect(rows).toEqual([{ done: true }])
  })

  test('without an answer the kept time stands at the deadline, and not before', async () => {
    const office = await plantRuled(pool)
    const one = await agreedCouple(pool, await office.slotAt(DAY))
    const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
    await workThroughChange(pool, changeId, NOW)
    await settleOffers(pool, new Date(ANSWER_BY.getTime() - 1000), changeId)
    expect(await timeOf(one.code)).toMatchObject({ date: DAY })
    await settleOffers(pool, ANSWER_BY, changeId)
    expect(await timeOf(one.code)).toMatchObject({ date: '2026-12-02', status: 'confirmed' })
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test('whoever chooses another time, or cancels, frees the time that was kept; neither counts against them', async () => {
    const office = await plantRuled(pool)
    const one = await agreedCouple(pool, await office.slotAt(DAY))
    const two = await agreedCouple(pool, await office.slotAt(DAY))
    const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
    await workThroughChange(pool, changeId, NOW)
    const moved = accepted(await move(pool, one, one.first, await office.slotAt('2026-12-04', '09:30')))
    expect(moved.status).toBe('confirmed')
    accepted(await cancel(pool, two, two.second))
    expect((await statesOf(pool, changeId)).map(({ state }) => state).sort()).toEqual([
      'cancelled',
      'chose-other',
    ])
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test('cancelling tells both with the reason; who waits for the partner is cancelled too', async () => {
    const office = await plantRuled(pool)
    const one = await waitingCouple(pool, await office.slotAt(DAY))
    const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'cancel' })
    await workThroughChange(pool, changeId, NOW)
    expect(await timeOf(one.code)).toMatchObject({ status: 'cancelled' })
    expect(await toldOf(pool, one.code)).toMatchObject([
      { event: 'cancelled', role: 1, detail: { by: 'office', reason: '停电' } },
      { event: 'cancelled', role: 2 },
    ])
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test('more than ten at once are cancelled only when another has agreed to this very change', async () => {
    const office = await plantRuled(pool, { windows: 6 })
    for (let at = 0; at < 11; at += 1)
      await waitingCouple(pool, await office.slotAt(DAY, at < 6 ? '09:00' : '09:30'))
    const { officeId, manager: actor } = office
    const change = closing()
    const { hash: pictureHash } = accepted(await previewChange(pool, { actor, officeId, change, now: NOW }))
    const wish = { actor, officeId, change, pictureHash, choice: 'cancel', now: NOW } as const
    expect(await makeChange(pool, wish)).toMatchObject({
      reason: 'not-allowed',
      errors: [{ path: 'choice', reason: 'approval-needed' }],
    })
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM closure WHERE office_id = $1', [
      officeId,
    ])
    expect(rows).toEqual([{ n: 0 }])
  })
})

test('moving to the very time that is kept takes it, however full it is', async () => {
  const office = await plantRuled(pool, { windows: 1 })
  const one = await agreedCouple(pool, await office.slotAt(DAY))
  const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
  await workThroughChange(pool, changeId, NOW)
  const kept = await office.slotAt('2026-12-02')
  await expect(waitingCouple(pool, kept)).rejects.toThrow('slot-full')
  expect(accepted(await move(pool, one, one.second, kept)).status).toBe('confirmed')
  expect(await timeOf(one.code)).toEqual({ date: '2026-12-02', time: '09:00', status: 'confirmed' })
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

describe('stopping new bookings', () => {
  test('takes the places and nobody', async () => {
    const office = await plantRuled(pool)
    const one = await agreedCouple(pool, await office.slotAt(DAY))
    const { picture } = await lookAndMake(pool, office, closing({ mode: 'stopped' }))
    expect(picture).toMatchObject({ days: [{ date: DAY, lost: 4 }], affected: [] })
    expect(await timeOf(one.code)).toMatchObject({ date: DAY, status: 'confirmed' })
    await expect(waitingCouple(pool, await office.slotAt(DAY))).rejects.toThrow('refused')
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })
})

describe('fewer windows', () => {
  test('concern who booked last; who moves takes the place along', async () => {
    const office = await plantRuled(pool, { windows: 3 })
    const couples = [] as Awaited<ReturnType<typeof agreedCouple>>[]
    for (let turn = 0; turn < 3; turn += 1) couples.push(await agreedCouple(pool, await office.slotAt(DAY)))
    await pool.query(
      `UPDATE appointment SET created_at = created_at - interval '1 hour' * $2 WHERE code = $1`,
      [couples[2]?.code, 5],
    )
    const change = await withWindows(pool, office, 2)
    const { picture, changeId } = await lookAndMake(pool, office, change, {
      choice: 'move',
      answerBy: ANSWER_BY,
    })
    expect(picture.affected.length).toBe(1)
    await workThroughChange(pool, changeId, NOW)
    await settleOffers(pool, ANSWER_BY, changeId)
    const states = await statesOf(pool, changeId)
    expect(states).toMatchObject([{ state: 'moved' }])
    expect(states[0]?.code).not.toBe(couples[2]?.code)
    const { rows } = await pool.query('SELECT capacity, taken FROM slot WHERE id = $1', [
      await office.slotAt(DAY),
    ])
    expect(rows).toEqual([{ capacity: 2, taken: 2 }])
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test('of two admins who edit one lane the later one sees that it was changed', async () => {
    const office = await plantRuled(pool)
    const [one, other] = [await withWindows(pool, office, 3), await withWindows(pool, office, 4)]
    const { officeId, manager: actor } = office
    const seen = accepted(await previewChange(pool, { actor, officeId, change: other, now: NOW }))
    await lookAndMake(pool, office, one)
    const wish = { actor, officeId, change: other, pictureHash: seen.hash, choice: 'none', now: NOW } as const
    expect(await makeChange(pool, wish)).toMatchObject({ errors: [{ reason: 'changed-meanwhile' }] })
  })
})

test('a day closed by mistake is opened again: who was not moved yet keeps the time, and is told so', async () => {
  const office = await plantRuled(pool, { windows: 3 })
  const { officeId, manager: actor } = office
  const [stays, chose] = [
    await agreedCouple(pool, await office.slotAt(DAY)),
    await agreedCouple(pool, await office.slotAt(DAY)),
  ]
  const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
  await workThroughChange(pool, changeId, NOW)
  accepted(await takeKeptTime(pool, { actor: chose.first.actor, code: chose.code, now: NOW }))
  expect(await giveTimesBack(pool, NOW)).toBe(0)
  const { rows } = await pool.query('SELECT id FROM closure WHERE change_id = $1', [changeId])
  const change = { kind: 'reopening', closureId: rows[0].id } as const
  const { undone } = accepted(await previewChange(pool, { actor, officeId, change, now: NOW }))
  expect(undone).toEqual({ changeId, given: 1, gone: 1 })
  await lookAndMake(pool, office, change)
  expect(await Promise.all([giveTimesBack(pool, NOW), giveTimesBack(pool, NOW)])).toContain(1)
  await workOnChanges(pool, ANSWER_BY)
  const states = new Map((await statesOf(pool, changeId)).map(({ code, ...state }) => [code, state]))
  expect(states.get(stays.code)).toEqual({ state: 'kept', day: DAY })
  expect(states.get(chose.code)).toMatchObject({ state: 'moved' })
  expect((await toldOf(pool, stays.code)).map(({ event }) => event)).toEqual([
    ...['change-offered', 'change-offered'],
    ...['change-undone', 'change-undone'],
  ])
  expect(await findUnbalancedSlots(pool)).toEqual([])
})
