import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askHomeVisit } from '#lib/desk/ask-home-visit.ts'
import { endHomeVisit } from '#lib/desk/end-home-visit.ts'
import { forgetOldVisits } from '#lib/desk/forget-old-visits.ts'
import { listHomeVisits } from '#lib/desk/list-home-visits.ts'
import { listRoute } from '#lib/desk/list-route.ts'
import { listVisitingOffices } from '#lib/desk/list-visiting-offices.ts'
import { printRoute } from '#lib/desk/print-route.ts'
import { showHomeVisit } from '#lib/desk/show-home-visit.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { at } from '../booking/fixtures/days.ts'
import { deliver } from '../notification/fixtures/house.ts'
import { plantDesk } from './fixtures/desk.ts'
import {
  ADDRESS,
  actsOn,
  asked,
  DAY,
  inputOf,
  NOW,
  plan,
  plantVisiting,
  type Visiting,
} from './fixtures/visiting.ts'

const { pool } = await openTestDatabase()
describe('a visit that is asked for', () => {
  test('is sealed, told to both people, and shown masked until somebody opens it, which is on the record', async () => {
    const desk = await plantVisiting(pool)
    const id = await asked(pool, desk)
    const letters = await deliver(pool, NOW)
    expect(letters.map(({ event }) => event)).toEqual(['home-visit-asked', 'home-visit-asked'])
    for (const { text } of letters) expect(text).not.toMatch(/示例路|婚/)
    const { rows } = await pool.query('SELECT sealed FROM home_visit WHERE id = $1', [id])
    expect(rows[0].sealed.toString('utf8')).not.toContain('示例')
    const { officeId, clerk } = desk
    const [line] = accepted(await listHomeVisits(pool, { actor: clerk, officeId, now: NOW }))
    expect(JSON.stringify(line)).not.toMatch(/示例路|三楼/)
    expect(line?.names.every((name) => name.includes('*'))).toBe(true)
    const shown = accepted(await showHomeVisit(pool, { actor: clerk, visitId: id, now: NOW }))
    expect(shown).toMatchObject({ address: ADDRESS, note: '三楼没有电梯', state: 'asked' })
    expect(await actsOn(pool, id)).toEqual(['home-visit-asked', 'home-visit-seen'])
  })

  test('sent twice is one; where nobody goes out, or for a divorce, it is refused', async () => {
    const desk = await plantVisiting(pool)
    const people = couple()
    const wish = {
      actor: people.first.actor,
      officeId: desk.officeId,
      input: inputOf(people),
      key: randomUUID(),
      locale: 'zh-CN' as const,
      now: NOW,
    }
    await askHomeVisit(pool, wish)
    await askHomeVisit(pool, wish)
    const { officeId, clerk } = desk
    expect(accepted(await listHomeVisits(pool, { actor: clerk, officeId, now: NOW }))).toHaveLength(1)
    const { officeId: stays } = await plantDesk(pool)
    expect(await askHomeVisit(pool, { ...wish, officeId: stays, key: randomUUID() })).toMatchObject({
      errors: [{ reason: 'no-home-visits' }],
    })
    const input = { ...wish.input, service: 'DIVORCE_APPLICATION' }
    expect(await askHomeVisit(pool, { ...wish, input })).toMatchObject({
      errors: [{ path: 'service', reason: 'required' }],
    })
    const alone = { ...wish.input, people: wish.input.people.slice(0, 1) }
    expect(await askHomeVisit(pool, { ...wish, input: alone })).toMatchObject({
      errors: [{ path: 'people.1.name', reason: 'required' }, { path: 'people.1.phone' }],
    })
    const known = await listVisitingOffices(pool)
    expect(known.map(({ id }) => id)).toContain(officeId)
    expect(known.find(({ id }) => id === officeId)?.services).toEqual([
      'MARRIAGE',
      'REISSUE_DIVORCE',
      'REISSUE_MARRIAGE',
    ])
    expect(known.map(({ id }) => id)).not.toContain(stays)
  })
})

describe('a plan', () => {
  test('sends two clerks, tells both people, and stands on the route in the order of the day', async () => {
    const desk = await plantVisiting(pool)
    const [late, early] = [await asked(pool, desk), await asked(pool, desk, desk.clerk)]
    accepted(await plan(pool, desk, late, { startTime: '14:00' }))
    accepted(await plan(pool, desk, early, { startTime: '09:00' }))
    const told = (await deliver(pool, NOW)).filter(({ event }) => event === 'home-visit-planned')
    expect(told).toHaveLength(4)
    expect(told[0]?.text).toMatch(/11月30日.*14:00/)
    const { officeId, clerk: actor } = desk
    const route = accepted(await listRoute(pool, { actor, officeId, day: DAY, now: NOW }))
    expect(route.map(({ id, position }) => [id, position])).toEqual([
      [early, 1],
      [late, 2],
    ])
    expect(route[0]?.staffNames).toEqual(['登记员1', '登记员2'])
    expect(JSON.stringify(route)).not.toContain('示例路')
    const printed = accepted(await printRoute(pool, { actor, officeId, day: DAY, now: NOW }))
    expect(printed.map(({ address }) => address)).toEqual([ADDRESS, ADDRESS])
    expect(await actsOn(pool, late)).toEqual(['home-visit-asked', 'home-visit-planned', 'home-visit-printed'])
  })

  test('is refused with one clerk twice, a stranger, a day that is over, and to clerks', async () => {
    const desk = await plantVisiting(pool)
    const elsewhere = await plantVisiting(pool)
    const id = await asked(pool, desk)
    const [one] = desk.clerks
    const reasonOf = async (change: Parameters<typeof plan>[3]) => {
      const planned = await plan(pool, desk, id, change)
      return planned.ok ? 'planned' : planned.errors?.map(({ path, reason }) => `${path} ${reason}`)
    }
    expect(await reasonOf({ staffIds: [one, one] })).toEqual(['staffIds.1 two-clerks-needed'])
    expect(await reasonOf({ staffIds: [one] })).toEqual(['staffIds.1 required'])
    expect(await reasonOf({ staffIds: [one, elsewhere.clerks[0]] })).toEqual([
      'staffIds.1 not-of-this-office',
    ])
    expect(await reasonOf({ visitOn: '2026-11-22' })).toEqual(['visitOn day-is-over'])
    expect(await reasonOf({ visitOn: '2027-06-01', startTime: '25:00' })).toEqual([
      'visitOn too-far-off',
      'startTime clock-time',
    ])
    for (const actor of [desk.clerk, elsewhere.senior])
      expect(await reasonOf({ actor })).toEqual(['act not-in-role'])
    expect(await actsOn(pool, id)).toEqual(['home-visit-asked'])
  })

  test('of two that race for one visit the second hears that it has changed', async () => {
    const desk = await plantVisiting(pool)
    const id = await asked(pool, desk)
    const tries = await Promise.all(
      ['09:00', '10:00', '11:00'].map((startTime) => plan(pool, desk, id, { startTime })),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tries.flatMap((one) => (one.ok ? [] : (one.errors ?? []).map(({ reason }) => reason)))).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
    ])
  })

  test('sends nobody to two homes at one time, even when both are planned at once', async () => {
    const desk = await plantVisiting(pool)
    const ids = [await asked(pool, desk), await asked(pool, desk)]
    const [one, two, three] = desk.clerks
    const [first, second] = ids
    const tries = await Promise.all([
      plan(pool, desk, first ?? '', { staffIds: [one, two] }),
      plan(pool, desk, second ?? '', { staffIds: [two, three] }),
    ])
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(JSON.stringify(tries)).toContain('clerk-is-out')
  })

  test('that has moved overtakes the message about the old time', async () => {
    const desk = await plantVisiting(pool)
    await deliver(pool, NOW)
    const id = await asked(pool, desk)
    accepted(await plan(pool, desk, id))
    accepted(await plan(pool, desk, id, { version: 1, startTime: '15:00' }))
    const told = (await deliver(pool, NOW)).filter(({ event }) => event === 'home-visit-planned')
    expect(told.map(({ text }) => /\d\d:\d\d/.exec(text)?.[0])).toEqual(['15:00', '15:00'])
  })
})

describe('the end', () => {
  const end = (desk: Visiting, visitId: string, change: Partial<Parameters<typeof endHomeVisit>[1]>) =>
    endHomeVisit(pool, {
      actor: desk.clerk,
      visitId,
      version: 0,
      end: 'done',
      reason: '',
      now: NOW,
      ...change,
    })

  test('is done once planned, by any clerk; refused with a reason by those who plan, and told', async () => {
    const desk = await plantVisiting(pool)
    const [made, refused] = [await asked(pool, desk), await asked(pool, desk)]
    expect(await end(desk, made, {})).toMatchObject({ errors: [{ reason: 'visit-not-planned' }] })
    accepted(await plan(pool, desk, made))
    expect(await end(desk, made, { version: 1 })).toMatchObject({ ok: true })
    expect(await end(desk, made, { version: 2, end: 'withdrawn' })).toMatchObject({
      errors: [{ reason: 'visit-has-ended' }],
    })
    const no = { end: 'refused', reason: 'other-district' }
    expect(await end(desk, refused, no)).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
    expect(await end(desk, refused, { ...no, actor: desk.senior, reason: 'mood' })).toMatchObject({
      reason: 'invalid-input',
    })
    expect(await end(desk, refused, { ...no, actor: desk.senior })).toMatchObject({ ok: true })
    const told = (await deliver(pool, NOW)).filter(({ event }) => event === 'home-visit-refused')
    expect(told.map(({ text }) => text.includes('地址不在上门范围'))).toEqual([true, true])
  })

  test('and after the retention nothing of it is left but the record', async () => {
    const desk = await plantVisiting(pool)
    const [ended, open] = [await asked(pool, desk), await asked(pool, desk)]
    expect(await end(desk, ended, { end: 'withdrawn' })).toMatchObject({ ok: true })
    accepted(await plan(pool, desk, open, { visitOn: '2026-12-21' }))
    const days = { retentionDays: 180 }
    await forgetOldVisits(pool, at('2027-05-20'), days)
    expect(await idsOf([ended, open])).toHaveLength(2)
    await forgetOldVisits(pool, at('2027-05-24'), days)
    expect(await idsOf([ended, open])).toEqual([open])
    expect(await actsOn(pool, ended)).toEqual(['home-visit-asked', 'home-visit-withdrawn'])
  })
})

async function idsOf(ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM home_visit WHERE id = ANY($1)', [ids])
  return rows.map(({ id }) => id)
}
