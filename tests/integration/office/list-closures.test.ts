import { beforeAll, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { listClosures } from '#lib/office/list-closures.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const reason = { 'zh-CN': '检修', 'zh-Hant': '檢修', en: 'Maintenance' }

beforeAll(async () => {
  await plantOffice(pool, { id: 'one', days: [] })
  await plantOffice(pool, { id: 'two', days: [] })
  await pool.query(
    `INSERT INTO closure (id, office_id, lane_id, "from", until, reason) VALUES
       ('a', 'one', NULL, '2026-12-01', '2026-12-03', $1), ('b', 'one', 'one-lane', '2026-12-10', '2026-12-10', $1),
       ('c', 'two', NULL, '2026-12-02', '2026-12-02', $1)`,
    [reason],
  )
})

const between = (from: string, until: string) =>
  listClosures('one', { from: calendarDate(from), until: calendarDate(until) })

test('a closure is told to whoever asks about one of its days, with the reason in all languages', async () => {
  const expected = [{ from: '2026-12-01', until: '2026-12-03', reason }]
  expect(await between('2026-12-03', '2026-12-09')).toEqual(expected)
  expect(await between('2026-11-20', '2026-12-01')).toEqual(expected)
  expect(await between('2026-12-04', '2026-12-09')).toEqual([])
})

test('a closure of one lane names it; that of another office is not told', async () => {
  const all = await between('2026-12-01', '2026-12-31')
  expect(all.map(({ laneId }) => laneId)).toEqual([undefined, 'one-lane'])
})
