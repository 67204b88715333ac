import { expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { WITHOUT_KEPT_SEATS } from '#tests/simulate/acts.ts'
import { findWrongs } from '#tests/simulate/find-wrongs.ts'
import { liveYear } from '#tests/simulate/live-year.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { emptyDatabase } from '../seed/empty-database.ts'

const { pool } = await openTestDatabase()

// From National Day to the Spring Festival, with the notice in between; `npm run simulate` lives whole years.
const AUTUMN = {
  seed: 'a small autumn',
  count: 90,
  from: calendarDate('2026-10-08'),
  until: calendarDate('2026-12-11'),
  noticeOn: calendarDate('2026-12-10'),
  windows: 1,
}

test('lived day by day: every seat, every date, every reminder is right, and everything ends', async () => {
  const { wrongs, ended, movedCases, bookedVisits } = await liveYear(pool, AUTUMN)
  expect(wrongs).toEqual([])
  expect(Object.keys(ended).sort()).toEqual(['issued', 'lapsed', 'withdrawn'])
  for (const count of Object.values(ended)) expect(count).toBeGreaterThan(10)
  expect(movedCases).toBeGreaterThan(0)
  expect(bookedVisits).toBeGreaterThan(10)
  const { rows } = await pool.query(
    `SELECT count(*) FILTER (WHERE extract(isodow FROM closed_at AT TIME ZONE 'Asia/Shanghai') = 6)::int AS saturdays
     FROM divorce_case WHERE status = 'issued'`,
  )
  expect(rows[0].saturdays).toBeGreaterThan(0)
}, 60_000)

test.each([
  [
    'certificate outside',
    `UPDATE divorce_case SET closed_at = closed_at + interval '40 days' WHERE status = 'issued'`,
  ],
  ['day without service', `UPDATE divorce_case SET closed_at = '2026-10-03T02:00Z' WHERE status = 'issued'`],
  [
    'withdrawal after',
    `UPDATE divorce_case SET closed_at = closed_at + interval '60 days' WHERE status = 'withdrawn'`,
  ],
  [
    'lapsed on another day',
    `UPDATE divorce_case SET closed_at = closed_at - interval '1 day' WHERE status = 'lapsed'`,
  ],
  [
    'told the same thing twice',
    `INSERT INTO outbox_message (case_id, role, event, locale, due_at)
    SELECT case_id, role, event, locale, due_at FROM outbox_message WHERE event = 'case-opened'`,
  ],
  [
    'not told of the beginning or the end',
    `DELETE FROM outbox_message WHERE event = 'case-lapsed' AND role = 2`,
  ],
  ['a reminder that did not come', `DELETE FROM outbox_message WHERE event = 'window-closes' AND role = 1`],
  ['plain count', `UPDATE divorce_case SET cert_window_end = cert_window_end + 1`],
  ['counters differ', `UPDATE slot SET taken = taken + 1, capacity = capacity + 1`],
])('the checks see what they are there for: %s', async (what, spoil) => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(spoil)
    // Inside the transaction of the spoiling, which is taken back.
    const wrongs = await findWrongs(client)
    expect(wrongs.some((wrong) => wrong.what.includes(what))).toBe(true)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

test('a house that keeps no seats is found out', async () => {
  await emptyDatabase(pool)
  const { wrongs } = await liveYear(pool, {
    ...AUTUMN,
    count: 12,
    until: calendarDate('2026-10-10'),
    acts: WITHOUT_KEPT_SEATS,
  })
  expect(wrongs.map(({ what }) => what)).toContain('an open case without a seat in its window')
}, 60_000)
