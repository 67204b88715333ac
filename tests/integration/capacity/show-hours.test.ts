import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listVersions } from '#lib/capacity/list-versions.ts'
import { showHours } from '#lib/capacity/show-hours.ts'
import { showSpecialDays } from '#lib/capacity/show-special-days.ts'
import { showWeek } from '#lib/capacity/show-week.ts'
import { showWeeks } from '#lib/capacity/show-weeks.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { findReleases } from '#lib/office/find-releases.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { at } from '../booking/fixtures/days.ts'
import { agreed, plantDesk, staffOf, TODAY } from '../desk/fixtures/desk.ts'

const { pool } = await openTestDatabase()
const MONDAY = calendarDate('2026-11-30')
const NOW = at('2026-11-22')
const reason = (text: string) => JSON.stringify({ 'zh-CN': text, 'zh-Hant': text, en: text })

const desk = await plantDesk(pool, { capacity: 4 })
const { officeId } = desk
const laneId = `${officeId}-lane`
const manager = staffOf(officeId, 'office-manager')
await pool.query(
  `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, source)
   VALUES ($1, 'region', '330000', 'horizonDays', '45', '2026-01-01', '示例')`,
  [randomUUID()],
)
await agreed(pool, desk, { time: '10:00' })
await agreed(pool, desk, { time: '10:15' })
await pool.query(
  `INSERT INTO closure (id, office_id, lane_id, "from", "until", reason, kind) VALUES
     ($1, $3, NULL, '2026-12-03', '2026-12-04', $4, 'closed'), ($2, $3, $5, '2026-12-05', '2026-12-05', $4, 'stopped')`,
  [randomUUID(), randomUUID(), officeId, reason('设备检修'), laneId],
)
await pool.query(
  `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, release_at, reason)
   VALUES ($1, $2, '2026-12-12', '09:00', '10:00', 3, 100, '2026-12-05T01:00:00Z', $3),
          ($4, $2, '2026-12-12', '10:00', '11:00', 1, 100, '2026-12-05T01:00:00Z', $3)`,
  [randomUUID(), laneId, reason('双十二'), randomUUID()],
)
await pool.query(
  `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, walk_in_percent, breaks, valid_from)
   VALUES ($1, $2, '{1,2,3,4,5}', '09:00', '17:00', 4, 50, 25, '[{"from":"12:00","until":"13:00"}]', '2026-01-01')`,
  [randomUUID(), laneId],
)

const regionStaff = (scopeId: string, role: StaffRole = 'city-admin') => {
  const grants = [{ role, scope: 'region', scopeId } as const]
  return mintActor({ kind: 'staff', id: randomUUID(), name: '管理员', grants }) as StaffActor
}

describe('the board of a week', () => {
  test('counts what is booked, free and there, hour by hour', async () => {
    const board = accepted(await showWeek(pool, { actor: manager, officeId, from: MONDAY }))
    expect(board.cells.get(`${TODAY} 10`)).toEqual({ booked: 2, free: 14, total: 16 })
    expect(board.cells.get(`${TODAY} 11`)).toEqual({ booked: 0, free: 16, total: 16 })
    expect(board.services.get(`MARRIAGE ${TODAY}`)).toMatchObject({ booked: 2 })
    expect(board.services.get(`CEREMONY ${TODAY}`)).toMatchObject({ booked: 0, free: 126 })
    expect(board.hours).toEqual(['09', '10', '11', '12', '13', '14', '15', '16'])
  })

  test('keeps a place that is taken in sight when its time is no longer open', async () => {
    await pool.query('UPDATE slot SET open = false WHERE office_id = $1 AND date = $2 AND start_time = $3', [
      officeId,
      TODAY,
      '10:00',
    ])
    const board = accepted(await showWeek(pool, { actor: manager, officeId, from: MONDAY }))
    expect(board.cells.get(`${TODAY} 10`)).toEqual({ booked: 2, free: 11, total: 13 })
  })

  test('marks closed, stopped and special days with their reason', async () => {
    const marksOf = async (from: string) =>
      accepted(await showWeek(pool, { actor: manager, officeId, from: calendarDate(from) })).marks.map(
        ({ date, kind, reason, laneId }) => [date, kind, reason['zh-CN'], laneId],
      )
    expect(await marksOf('2026-11-30')).toEqual([
      ['2026-12-03', 'closed', '设备检修', null],
      ['2026-12-04', 'closed', '设备检修', null],
      ['2026-12-05', 'stopped', '设备检修', laneId],
    ])
    expect(await marksOf('2026-12-07')).toEqual([['2026-12-12', 'special', '双十二', laneId]])
  })

  test('lays the offices of a region below one another, for those who look after all of it', async () => {
    const wish = { regionCode: '330500', from: MONDAY, page: 1 }
    const { offices, count } = accepted(await showWeeks(pool, { actor: regionStaff('330500'), ...wish }))
    expect(count).toBe(offices.length)
    const own = offices.find(({ id }) => id === officeId)
    expect(own?.days.find(({ date }) => date === TODAY)).toEqual({ date: TODAY, taken: 2, total: 125 })
    expect(own?.closures).toMatchObject([
      { kind: 'closed', from: '2026-12-03', until: '2026-12-04' },
      { kind: 'stopped', laneId },
    ])
    for (const actor of [manager, regionStaff('330523'), regionStaff('510000')])
      expect(await showWeeks(pool, { actor, ...wish })).toMatchObject({ reason: 'not-allowed' })
    expect(await showWeeks(pool, { actor: regionStaff('330000'), ...wish, regionCode: '33%' })).toMatchObject(
      {
        reason: 'not-allowed',
      },
    )
  })
})

test('the week of fifty offices is there within half a second', async () => {
  await pool.query(
    `INSERT INTO region (code, level, parent_code, name, position) VALUES
       ('510000', 'province', NULL, '{}', 90), ('510100', 'city', '510000', '{}', 91), ('510104', 'county', '510100', '{}', 92)`,
  )
  const row = `'510104', 'centre', '{"zh-CN":"示例"}', '{}', 30, 104, '', '{}', '{}', '{}', true, 1`
  await pool.query(
    `INSERT INTO office (id, region_code, tier, name, address, lat, lng, phone, hours, accepts, facilities, online_booking, position)
     SELECT 'many-' || n, ${row} FROM generate_series(1, 50) n`,
  )
  // Five lanes of thirty times a day, for a fortnight: only a week of it is asked for.
  await pool.query(
    `INSERT INTO slot (office_id, lane_id, date, start_time, end_time, capacity, public_capacity, taken)
     SELECT 'many-' || n, 'many-' || n || '-' || l, day::date, to_char(t, 'HH24:MI'), to_char(t + '15 min', 'HH24:MI'), 3, 2, l % 4
     FROM generate_series(1, 50) n, generate_series(1, 5) l,
       generate_series('2026-11-30'::timestamp, '2026-12-13', '1 day') day,
       generate_series('2026-01-01 09:00'::timestamp, '2026-01-01 16:15', '15 min') t`,
  )
  await pool.query('ANALYZE slot')
  const wish = { actor: regionStaff('510000'), regionCode: '510100', from: MONDAY, page: 1 }
  const began = performance.now()
  const { offices } = accepted(await showWeeks(pool, wish))
  expect(performance.now() - began).toBeLessThan(500)
  expect(offices).toHaveLength(50)
  expect(offices.every(({ days }) => days.length === 7)).toBe(true)
  expect(offices[0]?.days[0]).toMatchObject({ taken: 210, total: 450 })
})

describe('the hours of an office', () => {
  test('come with what they make in a week and with the origin of how far ahead is booked', async () => {
    const { lanes, offer, quotas, mayEdit } = accepted(
      await showHours(pool, { actor: manager, officeId, now: NOW }),
    )
    expect(lanes[0]?.rules).toEqual([
      {
        weekdays: [1, 2, 3, 4, 5],
        opens: '09:00',
        closes: '17:00',
        windows: 4,
        publicPercent: 50,
        walkInPercent: 25,
        breaks: [{ from: '12:00', until: '13:00' }],
        worksOnRestDay: false,
        validFrom: '2026-01-01',
      },
    ])
    expect(lanes[0]?.places.usual).toBeGreaterThan(0)
    expect(offer.find(({ key }) => key === 'horizonDays')).toEqual({
      key: 'horizonDays',
      value: 45,
      origin: { scope: 'region', scopeId: '330000' },
    })
    expect(offer.find(({ key }) => key === 'minLeadDays')?.origin).toBeUndefined()
    expect([quotas, mayEdit]).toEqual([[], true])
  })

  test('leave a trail of who changed what', async () => {
    const [id, by] = [randomUUID(), randomUUID()]
    await pool.query(
      `INSERT INTO capacity_change (id, office_id, kind, change, picture, picture_hash, choice, made_by, made_at)
       VALUES ($1, $2, 'reopening', '{"kind":"reopening","closureId":"x"}', '{}', '', 'none', $3, $4)`,
      [id, officeId, by, NOW],
    )
    const changes = accepted(await listVersions(pool, { actor: manager, officeId }))
    expect(changes).toEqual([
      { id, change: { kind: 'reopening', closureId: 'x' }, madeAt: NOW, by: undefined },
    ])
  })

  test('have days of their own, which couples are told of before they are on offer', async () => {
    const year = { from: MONDAY, until: calendarDate('2027-11-30') }
    const { planned, marks } = accepted(await showSpecialDays(pool, { actor: manager, officeId, ...year }))
    expect(planned).toMatchObject([
      {
        date: '2026-12-12',
        laneId,
        hours: [
          { opens: '09:00', windows: 3, releaseAt: new Date('2026-12-05T01:00:00Z') },
          { opens: '10:00', windows: 1 },
        ],
      },
    ])
    expect(marks.map(({ kind }) => kind)).toEqual(['closed', 'closed', 'stopped'])
    const wish = { officeId, service: 'MARRIAGE', ...year } as const
    expect(await findReleases(pool, { ...wish, now: NOW })).toEqual(
      new Map([['2026-12-12', new Date('2026-12-05T01:00:00Z')]]),
    )
    expect(await findReleases(pool, { ...wish, now: new Date('2026-12-05T01:00:00Z') })).toEqual(new Map())
  })

  test('are not for clerks, nor for those of other offices', async () => {
    const elsewhere = staffOf('anywhere', 'office-manager')
    for (const actor of [staffOf(officeId), elsewhere]) {
      const here = { actor, officeId }
      const days = { from: MONDAY, until: MONDAY }
      for (const asked of [
        await showWeek(pool, { ...here, from: MONDAY }),
        await showHours(pool, { ...here, now: NOW }),
        await listVersions(pool, here),
        await showSpecialDays(pool, { ...here, ...days }),
      ])
        expect(asked).toMatchObject({ reason: 'not-allowed' })
    }
    expect(await showWeek(pool, { actor: manager, officeId: 'nowhere', from: MONDAY })).toMatchObject({
      reason: 'not-found',
    })
  })
})
