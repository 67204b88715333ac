import { expect, test } from 'vitest'
import { endUnusedPasses } from '#lib/booking/end-unused-passes.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { findArrival } from '#lib/desk/find-arrival.ts'
import { listDay } from '#lib/desk/list-day.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted, agreedCouple, cancel, move } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { toldOf } from '../booking/fixtures/records.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import { staffOf } from '../desk/fixtures/desk.ts'
import { closing, DAY, lookAndMake, plantRuled, statesOf } from './fixtures/office.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

async function storm() {
  const office = await plantRuled(pool, { windows: 3 })
  const couples = [] as Awaited<ReturnType<typeof agreedCouple>>[]
  for (let turn = 0; turn < 3; turn += 1) couples.push(await agreedCouple(pool, await office.slotAt(DAY)))
  const [one, two, three] = couples
  if (!one || !two || !three) throw new Error('three couples were booked')
  const { changeId } = await lookAndMake(pool, office, closing(), {
    choice: 'storm',
    until: '2026-12-09',
    dailyLimit: 1,
  })
  await workThroughChange(pool, changeId, NOW)
  return { office, one, two, three, changeId, clerk: staffOf(office.officeId) }
}

test('a booking of a day that could not be held is good on the days after it, and on no other', async () => {
  const { office, one, two, changeId, clerk } = await storm()
  const { officeId } = office
  expect((await statesOf(pool, changeId)).map(({ state }) => state)).toEqual(['stands', 'stands', 'stands'])
  expect((await toldOf(pool, one.code)).map(({ event }) => event)).toEqual(['change-open', 'change-open'])
  const verdictAt = async (day: string, code = one.code) => {
    const query = { by: 'text', text: code } as const
    const found = accepted(await findArrival(pool, { actor: clerk, officeId, query, now: at(day) }))
    return found[0]?.judgement
  }
  expect(await verdictAt(DAY)).toMatchObject({ verdict: 'wrong-day', step: { date: '2026-12-02' } })
  expect(await verdictAt('2026-12-02')).toMatchObject({ verdict: 'fine' })
  expect(await verdictAt('2026-12-09')).toMatchObject({ verdict: 'fine' })
  expect(await verdictAt('2026-12-10')).toMatchObject({ verdict: 'wrong-day' })

  const now = at('2026-12-03')
  for (const { code } of [one, two]) {
    const came = await recordArrival(pool, { actor: clerk, officeId, code, roles: [1, 2], now })
    expect(came).toMatchObject({ ok: true, value: { ticket: { date: '2026-12-03', present: 2 } } })
  }
  const today = accepted(
    await listDay(pool, { actor: clerk, officeId, date: calendarDate('2026-12-03'), now }),
  )
  expect(today.passes).toEqual(expect.objectContaining({ came: 2, limit: 1 }))
  expect(today.entries.map(({ code, status, present }) => [code, status, present]).sort()).toEqual(
    [
      [one.code, 'confirmed', 2],
      [two.code, 'confirmed', 2],
    ].sort(),
  )
  expect(await verdictAt('2026-12-03')).toMatchObject({ verdict: 'already-here' })
})

test('whoever would rather have a time chooses one, or cancels, also when the day is past', async () => {
  const { office, one, two, changeId } = await storm()
  const now = at('2026-12-02')
  const target = await office.slotAt('2026-12-08', '09:30')
  expect(accepted(await move(pool, one, one.second, target, { now })).status).toBe('confirmed')
  accepted(await cancel(pool, two, two.first, { now }))
  expect((await statesOf(pool, changeId)).map(({ state }) => state).sort()).toEqual([
    'cancelled',
    'chose-other',
    'stands',
  ])
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM open_pass WHERE change_id = $1', [
    changeId,
  ])
  expect(rows).toEqual([{ n: 1 }])
  expect(await findUnbalancedSlots(pool)).toEqual([])
})

test('a booking that nobody came with until its last day ends without a word against anybody', async () => {
  const { officeId, one, two, three, changeId, clerk } = await storm().then(({ office, ...rest }) => ({
    ...rest,
    officeId: office.officeId,
  }))
  const came = await recordArrival(pool, {
    actor: clerk,
    officeId,
    code: one.code,
    roles: [1, 2],
    now: at('2026-12-09'),
  })
  expect(came).toMatchObject({ ok: true })
  expect(await endUnusedPasses(pool, at('2026-12-09', '23:50'))).toBe(0)
  // These two, and those that the tests before have left behind.
  expect(await endUnusedPasses(pool, at('2026-12-10', '00:25'))).toBeGreaterThanOrEqual(2)
  expect(await endUnusedPasses(pool, at('2026-12-10', '00:26'))).toBe(0)
  const { rows } = await pool.query(
    `SELECT a.code, a.status, a.end_reason, bool_or(p.active) AS active,
       (SELECT count(*)::int FROM no_show n WHERE n.appointment_id = a.id) AS missed,
       (SELECT array_agg(e.act) FROM audit_entry e WHERE e.subject_id = a.id::text AND e.actor_kind = 'system') AS acts
     FROM appointment a JOIN party p ON p.appointment_id = a.id WHERE a.code = ANY($1) GROUP BY a.id`,
    [[one.code, two.code, three.code]],
  )
  const ended = { status: 'cancelled', end_reason: 'pass-unused', active: false, missed: 0 }
  expect(rows.find(({ code }) => code === one.code)).toMatchObject({ status: 'confirmed', missed: 0 })
  for (const { code } of [two, three]) {
    const row = rows.find((found) => found.code === code)
    expect(row).toMatchObject(ended)
    expect(row?.acts).toContain('open-pass-ended')
  }
  expect((await statesOf(pool, changeId)).map(({ state }) => state).sort()).toEqual([
    'cancelled',
    'cancelled',
    'stands',
  ])
  expect(await findUnbalancedSlots(pool)).toEqual([])
})
