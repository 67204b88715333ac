import { expect, test } from 'vitest'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import type { Acceptance } from '#lib/divorce/open-case.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { remindParties } from '#lib/divorce/remind-parties.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import type { CaseAct } from '#lib/domain/divorce-case.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { type Couple, couple } from '../booking/fixtures/couples.ts'
import {
  accepted as acceptedIn,
  announce2027,
  close as closeIn,
  nextOf,
  noonOf,
  open as openIn,
  plantLaw,
} from './fixtures/cases.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

// Received on 1 September 2026: cooling-off until 8 October, window from 9 October to 9 November.
const open = (two: Couple, change?: Partial<Acceptance>) => openIn(pool, two, change)
const accepted = (two?: Couple, change?: Partial<Acceptance>) => acceptedIn(pool, two, change)
const close = (id: string, act: CaseAct, day: string) => closeIn(pool, id, act, day)

test('an accepted application has its dates, its two people, its record and its news', async () => {
  const two = couple()
  const id = await accepted(two)
  expect(await getCase(pool, id)).toMatchObject({
    status: 'open',
    acceptedOn: '2026-09-01',
    provisional: false,
    deadlines: {
      coolingOffEnd: '2026-10-08',
      certWindowStart: '2026-10-09',
      firstServiceDay: '2026-10-09',
      certWindowEnd: '2026-11-09',
    },
    parties: [{ role: 1 }, { role: 2 }],
  })
  for (const { party } of [two.first, two.second])
    expect((await findOwnCases(pool, party)).map((found) => found.id)).toEqual([id])
  expect(await actsOf(id)).toEqual(['case-opened'])
  expect(await newsOf(id)).toEqual({ 'case-opened': 2 })
})

test('what the paper says wins, and that it does is on the record', async () => {
  const id = await accepted(couple(), { printed: { coolingOffEnd: calendarDate('2026-10-01') } })
  expect((await getCase(pool, id))?.deadlines).toMatchObject({
    coolingOffEnd: '2026-10-01',
    firstServiceDay: '2026-10-08',
    certWindowEnd: '2026-11-02',
  })
  expect(await actsOf(id)).toEqual(['case-opened', 'receipt-dates-kept'])
})

test('nobody is in two open cases, no receipt is entered twice, and nothing is half-written', async () => {
  const [two, others] = [couple(), couple()]
  await accepted(two, { receiptNumber: 'R-1' })
  const count = await rowsOf('divorce_case')
  const crossed: Couple = { first: others.first, second: two.second }
  expect(await open(crossed)).toMatchObject({
    ok: false,
    reason: 'not-allowed',
    errors: [{ reason: 'open-case' }],
  })
  expect(await open(others, { receiptNumber: ' R-1 ' })).toMatchObject({
    errors: [{ reason: 'receipt-known' }],
  })
  expect(await open(others, { acceptedOn: calendarDate('2026-12-24') })).toMatchObject({
    errors: [{ reason: 'in-future' }],
  })
  expect(await rowsOf('divorce_case')).toBe(count)
  const both = await Promise.all([open(others), open(others)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('is withdrawn until the last cooling-off day, and then no more', async () => {
  const [inTime, late] = [await accepted(), await accepted()]
  expect(await close(inTime, 'withdraw', '2026-10-08')).toMatchObject({ ok: true })
  expect(await close(late, 'withdraw', '2026-10-09')).toMatchObject({
    reason: 'outside-legal-window',
    errors: [{ reason: 'cooling-off-over', article: '1077(1)' }],
  })
  expect(await newsOf(inTime)).toEqual({ 'case-opened': 2, 'case-withdrawn': 2 })
  expect(await newsOf(late)).toEqual({ 'case-opened': 2 })
})

test('of two clerks who close it at once, one does', async () => {
  const id = await accepted()
  const all = await Promise.all(Array.from({ length: 6 }, () => close(id, 'issue', '2026-10-12')))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await newsOf(id)).toEqual({ 'case-opened': 2, 'case-issued': 2 })
})

test('after a closed case its people may apply anew', async () => {
  const two = couple()
  await close(await accepted(two), 'withdraw', '2026-09-20')
  expect(await open(two, { acceptedOn: calendarDate('2026-09-21') })).toMatchObject({ ok: true })
})

test('lapses on the day after its window, not before, and once', async () => {
  const id = await accepted()
  await lapseCases(pool, instantAt(calendarDate('2026-11-09'), '23:59'))
  expect((await getCase(pool, id))?.status).toBe('open')
  expect(await lapseCases(pool, instantAt(calendarDate('2026-11-10'), '00:00'))).toBeGreaterThan(0)
  expect((await getCase(pool, id))?.status).toBe('lapsed')
  expect(await lapseCases(pool, noonOf('2026-11-10'))).toBe(0)
  expect(await newsOf(id)).toEqual({ 'case-opened': 2, 'case-lapsed': 2 })
})

test('each reminder comes once to each of the two, on its day, also after days on which nobody worked', async () => {
  const id = await accepted()
  const days: Record<string, string[]> = {}
  for (let day = calendarDate('2026-09-30'); day <= '2026-11-09'; day = nextOf(day)) {
    const before = await newsOf(id)
    await remindParties(pool, noonOf(day))
    await remindParties(pool, noonOf(day))
    const after = await newsOf(id)
    for (const [event, count] of Object.entries(after))
      if (count !== before[event]) days[event] = [day, String(count)]
  }
  expect(days).toEqual({
    'cooling-off-ends': ['2026-10-05', '2'],
    'window-opens': ['2026-10-09', '2'],
    'window-closes-soon': ['2026-11-02', '2'],
    'window-closes': ['2026-11-07', '2'],
  })
})

test('a closed case is reminded of nothing', async () => {
  const id = await accepted()
  await close(id, 'withdraw', '2026-09-20')
  await remindParties(pool, noonOf('2026-10-06'))
  expect(await newsOf(id)).toEqual({ 'case-opened': 2, 'case-withdrawn': 2 })
})

test('a notice for the next year moves provisional dates, and both hear of it; what is printed stays', async () => {
  const accept = (change: Partial<Acceptance>) =>
    accepted(couple(), { acceptedOn: calendarDate('2026-12-08'), now: noonOf('2026-12-08'), ...change })
  const moved = await accept({})
  const printed = await accept({ printed: { certWindowEnd: calendarDate('2027-02-15') } })
  const before = await getCase(pool, moved)
  expect(before).toMatchObject({ provisional: true })
  await announce2027(pool)
  forgetRules()
  const ids = await recomputeCases(pool, { reading: USUAL_READING, now: noonOf('2026-12-09') })
  expect(ids).toContain(moved)
  expect(ids).not.toContain(printed)
  expect(await getCase(pool, moved)).toMatchObject({
    provisional: false,
    deadlines: { coolingOffEnd: '2027-01-07', certWindowEnd: '2027-02-12' },
  })
  expect((await getCase(pool, printed))?.deadlines.certWindowEnd).toBe('2027-02-15')
  expect(await newsOf(moved)).toEqual({ 'case-opened': 2, 'case-dates-moved': 2 })
  expect(await newsOf(printed)).toEqual({ 'case-opened': 2 })
  expect(await recomputeCases(pool, { reading: USUAL_READING, now: noonOf('2026-12-10') })).toEqual([])
})

async function actsOf(id: string): Promise<string[]> {
  const { rows } = await pool.query('SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id])
  return rows.map(({ act }) => act)
}

async function newsOf(id: string): Promise<Record<string, number>> {
  const { rows } = await pool.query(
    'SELECT event, count(*)::int AS count FROM outbox_message WHERE case_id = $1 GROUP BY event',
    [id],
  )
  return Object.fromEntries(rows.map(({ event, count }) => [event, count]))
}

async function rowsOf(table: 'divorce_case'): Promise<number> {
  return (await pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count
}
