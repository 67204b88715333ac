import { describe, expect, test } from 'vitest'
import { listOwnVisits } from '#lib/desk/list-own-visits.ts'
import { withdrawHomeVisit } from '#lib/desk/withdraw-home-visit.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { actsOn, asked, DAY, NOW, plan, plantVisiting } from './fixtures/visiting.ts'

const { pool } = await openTestDatabase()

describe('a visit at home', () => {
  test('can be taken back online by whoever asked and nobody else, also when the day is set', async () => {
    const desk = await plantVisiting(pool)
    const people = couple()
    const id = await asked(pool, desk, people.first.actor)
    accepted(await plan(pool, desk, id))
    const { actor } = people.first
    expect(await listOwnVisits(pool, { actor })).toMatchObject([{ id, state: 'planned', visitOn: DAY }])
    expect(await listOwnVisits(pool, { actor: people.second.actor })).toEqual([])
    for (const other of [people.second.actor, desk.senior])
      expect(await withdrawHomeVisit(pool, { actor: other, visitId: id, now: NOW })).toMatchObject({
        reason: 'not-found',
      })
    expect(await withdrawHomeVisit(pool, { actor, visitId: id, now: NOW })).toMatchObject({ ok: true })
    expect(await withdrawHomeVisit(pool, { actor, visitId: id, now: NOW })).toMatchObject({
      errors: [{ reason: 'visit-has-ended' }],
    })
    expect(await listOwnVisits(pool, { actor })).toEqual([])
    expect(await actsOn(pool, id)).toEqual(['home-visit-asked', 'home-visit-planned', 'home-visit-withdrawn'])
  })

  test('is on no rest day; where the office serves on one, somebody says that they mean it', async () => {
    const desk = await plantVisiting(pool)
    const id = await asked(pool, desk)
    const saturday = '2026-12-05'
    expect(await plan(pool, desk, id, { visitOn: saturday, isConfirmed: true })).toMatchObject({
      errors: [{ path: 'visitOn', reason: 'rest-day' }],
    })
    await pool.query(
      `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, reason)
       SELECT $3, id, $2, '09:00', '12:00', 1, 0, '{}' FROM lane WHERE office_id = $1 LIMIT 1`,
      [desk.officeId, saturday, `day-${desk.officeId}`],
    )
    expect(await plan(pool, desk, id, { visitOn: saturday })).toMatchObject({
      errors: [{ path: 'visitOn', reason: 'service-day-meant' }],
    })
    expect(await plan(pool, desk, id, { visitOn: saturday, isConfirmed: true })).toMatchObject({ ok: true })
  })
})
