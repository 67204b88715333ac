import { expect, test } from 'vitest'
import { decideApproval } from '#lib/approval/decide-approval.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { askBulkCancel } from '#lib/capacity/ask-bulk-cancel.ts'
import { draftChange } from '#lib/capacity/draft-change.ts'
import { findDraft } from '#lib/capacity/find-draft.ts'
import { listToPhone } from '#lib/capacity/list-to-phone.ts'
import { lookAtCalendar } from '#lib/capacity/look-at-calendar.ts'
import { makeChange } from '#lib/capacity/make-change.ts'
import { moveStranded } from '#lib/capacity/move-stranded.ts'
import { previewChange } from '#lib/capacity/preview-change.ts'
import { settleOffers } from '#lib/capacity/settle-offers.ts'
import { workOnChanges } from '#lib/capacity/work-on-changes.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { acceptCouple, keptSlot, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted, agreedCouple, cancel, waitingCouple } from '../booking/fixtures/booked.ts'
import { bookingOf, couples } from '../booking/fixtures/couples.ts'
import { at } from '../booking/fixtures/days.ts'
import { toldOf } from '../booking/fixtures/records.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import { staffOf } from '../desk/fixtures/desk.ts'
import { ANSWER_BY, closing, DAY, lookAndMake, plantRuled, statesOf, withWindows } from './fixtures/office.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

async function bookMany(office: Awaited<ReturnType<typeof plantRuled>>, count: number, time = '09:00') {
  const slotId = await office.slotAt(DAY, time)
  for (let turn = 0; turn < count; turn += 1) await waitingCouple(pool, slotId)
}

test('a worker that was killed goes on where it stopped, and nobody is dealt with twice', async () => {
  const office = await plantRuled(pool, { windows: 40 })
  await bookMany(office, 40)
  await bookMany(office, 30, '09:30')
  const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
  const stopped = new AbortController()
  const half = workThroughChange(pool, changeId, NOW, stopped.signal)
  stopped.abort()
  const done = await half
  const rest = await Promise.all([
    workThroughChange(pool, changeId, NOW),
    workThroughChange(pool, changeId, NOW),
  ])
  expect(done).toBe(50)
  expect(done + rest[0] + rest[1]).toBe(70)
  const { rows } = await pool.query(
    `SELECT count(*)::int AS letters, count(DISTINCT (m.appointment_id, m.role))::int AS people
     FROM outbox_message m JOIN appointment a ON a.id = m.appointment_id
     WHERE m.event = 'change-offered' AND a.office_id = $1`,
    [office.officeId],
  )
  expect(rows).toEqual([{ letters: 140, people: 140 }])
  expect((await statesOf(pool, changeId)).every(({ state }) => state === 'offered')).toBe(true)
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

test('while sixty-four book, a change is refused or made on the very picture; nothing is oversold', async () => {
  const office = await plantRuled(pool, { windows: 60 })
  await bookMany(office, 5)
  const { officeId, manager: actor } = office
  const change = await withWindows(pool, office, 3)
  const seen = accepted(await previewChange(pool, { actor, officeId, change, now: NOW }))
  const slotId = await office.slotAt(DAY)
  const wish = { actor, officeId, change, choice: 'move', answerBy: ANSWER_BY, now: NOW } as const
  const [made, ...booked] = await Promise.all([
    new Promise((resolve) => setImmediate(resolve)).then(() =>
      makeChange(pool, { ...wish, pictureHash: seen.hash }),
    ),
    ...couples(64).map((each) => bookAppointment(pool, bookingOf(each, slotId))),
  ])
  const taken = 5 + booked.filter((one) => one.ok).length
  const counters = async () =>
    (await pool.query('SELECT capacity, taken FROM slot WHERE id = $1', [slotId])).rows[0]
  expect((await counters()).taken).toBe(taken)
  if (!made.ok) {
    expect(made).toMatchObject({ errors: [{ reason: 'picture-changed' }] })
    const again = accepted(await previewChange(pool, { actor, officeId, change, now: NOW }))
    expect(again.affected.length).toBe(taken - 3)
    accepted(await makeChange(pool, { ...wish, pictureHash: again.hash }))
  }
  expect(await counters()).toEqual({ capacity: taken, taken })
  const late = await bookAppointment(pool, bookingOf(couples(1)[0] as never, slotId))
  expect(late).toMatchObject({ reason: 'slot-full' })
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

test('who is bound by law comes first, stays inside the window, and a kept seat moves by itself', async () => {
  const days = { from: calendarDate('2026-10-09'), until: calendarDate('2026-10-16') }
  const office = await plantRuled(pool, { windows: 1, closes: '09:30', days })
  const { two, caseId } = await acceptCouple(pool, { ...office, slots: [] })
  const before = await keptSlot(pool, caseId)
  const { rows } = await pool.query('SELECT date::text AS date FROM slot WHERE id = $1', [before])
  const change = closing({ from: rows[0]?.date })
  const now = at('2026-10-02')
  const { picture } = await lookAndMake(pool, office, change, { now })
  expect(picture).toMatchObject({ affected: [], keptCases: [caseId] })
  const after = await keptSlot(pool, caseId)
  expect(after).not.toBe(before)
  expect(after).toBeDefined()
  expect(two.first.party.name).not.toBe('')
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

test('who finds no other time is phoned: names and numbers for the office, on the record', async () => {
  const office = await plantRuled(pool, { windows: 1, days: { from: DAY, until: DAY } })
  const one = await agreedCouple(pool, await office.slotAt(DAY))
  await pool.query('UPDATE opening_rule SET valid_to = $2 WHERE lane_id = $1', [office.laneId, DAY])
  const { changeId } = await lookAndMake(pool, office, closing(), { choice: 'move', answerBy: ANSWER_BY })
  await workThroughChange(pool, changeId, NOW)
  expect(await statesOf(pool, changeId)).toMatchObject([{ code: one.code, state: 'unmovable' }])
  await settleOffers(pool, ANSWER_BY, changeId)
  const listed = accepted(await listToPhone(pool, { actor: office.manager, changeId, now: NOW }))
  expect(listed.couples[0]?.people.map(({ phone }) => phone)).toEqual([
    one.first.party.phone,
    one.second.party.phone,
  ])
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n FROM audit_entry e JOIN appointment a ON a.id::text = e.subject_id
     WHERE a.code = $1 AND e.act = 'person-revealed'`,
    [one.code],
  )
  expect(rows).toEqual([{ n: 1 }])
  const clerk = staffOf(office.officeId)
  expect(await listToPhone(pool, { actor: clerk, changeId, now: NOW })).toMatchObject({
    reason: 'not-allowed',
  })
})

test('what another has agreed to is cancelled, that and no more', async () => {
  const office = await plantRuled(pool, { windows: 12 })
  await bookMany(office, 11)
  const { officeId, manager: actor } = office
  const change = closing()
  const { draftId } = accepted(await draftChange(pool, { actor, officeId, change, now: NOW }))
  const asked = accepted(await askBulkCancel(pool, { actor, draftId, note: '停电', now: NOW }))
  const { approvalId } = asked
  const make = async () => {
    const { hash } = accepted(await previewChange(pool, { actor, officeId, change, now: NOW }))
    return makeChange(pool, {
      actor,
      officeId,
      change,
      pictureHash: hash,
      choice: 'cancel',
      approvalId,
      now: NOW,
    })
  }
  expect(await make()).toMatchObject({ errors: [{ reason: 'not-approved' }] })
  const second = staffOf(officeId, 'office-manager')
  accepted(await decideApproval(pool, { actor: second, id: approvalId, approve: true, now: NOW }))
  expect(accepted(await findDraft(pool, { actor, draftId })).approval).toBe('approved')
  const extra = await waitingCouple(pool, await office.slotAt(DAY))
  expect(await make()).toMatchObject({ errors: [{ reason: 'approval-needed' }] })
  accepted(await cancel(pool, extra, extra.first))
  const { changeId } = accepted(await make())
  expect(await workThroughChange(pool, changeId, NOW)).toBe(11)
  expect((await statesOf(pool, changeId)).every(({ state }) => state === 'cancelled')).toBe(true)
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

test('a day that becomes a holiday is told by office and service before the notice is entered', async () => {
  const office = await plantRuled(pool)
  await agreedCouple(pool, await office.slotAt(DAY))
  const before = await readCalendar(pool)
  const after = { ...before, holidays: new Set([...before.holidays, DAY]) }
  const wish = { before, after, changes: [{ date: DAY, from: 'ordinary', to: 'holiday' } as const], now: NOW }
  const told = await lookAtCalendar(pool, wish)
  const { officeId } = office
  expect(told.concerned.filter((one) => one.officeId === officeId)).toMatchObject([{ couples: 1, legal: 0 }])
  expect(told.days).toMatchObject([{ date: DAY, becomes: 'rest', gained: 0, withoutContact: 0 }])
  expect(told.days[0]?.lost).toBeGreaterThanOrEqual(4)
  expect(told.days[0]?.services).toContainEqual({ service: 'MARRIAGE', couples: told.couples })
  const asked = async () => {
    let questions = 0
    const counting = {
      query: (...args: Parameters<typeof pool.query>) => {
        questions += 1
        return pool.query(...args)
      },
    }
    const { hash } = await lookAtCalendar(counting as unknown as Pick<typeof pool, 'query'>, wish)
    return { questions, hash }
  }
  const first = await asked()
  await plantRuled(pool)
  const second = await asked()
  expect(second.questions).toBe(first.questions)
  expect(second.hash).not.toBe(first.hash)
})

test('a day that becomes a holiday strands nobody: each is offered another time, once, whoever finds them first', async () => {
  const office = await plantRuled(pool)
  const one = await agreedCouple(pool, await office.slotAt(DAY))
  await pool.query(
    `INSERT INTO calendar_day (date, kind, name, status, source) VALUES ($1, 'holiday', $2, 'official', 'test')`,
    [DAY, { 'zh-CN': '临时放假', 'zh-Hant': '臨時放假', en: 'An extra holiday' }],
  )
  try {
    await materialiseSlots(pool, { from: DAY, until: DAY }, { officeIds: [office.officeId], now: NOW })
    await Promise.all([moveStranded(pool, NOW), moveStranded(pool, NOW)])
    await workOnChanges(pool, NOW)
    expect(await moveStranded(pool, NOW)).toBe(0)
  } finally {
    await pool.query('DELETE FROM calendar_day WHERE date = $1', [DAY])
  }
  const { rows } = await pool.query('SELECT id, reason FROM capacity_change WHERE office_id = $1', [
    office.officeId,
  ])
  expect(rows).toMatchObject([{ reason: { en: 'An extra holiday' } }])
  expect(await statesOf(pool, rows[0].id)).toMatchObject([{ code: one.code, state: 'offered' }])
  expect((await toldOf(pool, one.code)).map(({ event }) => event)).toEqual([
    'change-offered',
    'change-offered',
  ])
})
