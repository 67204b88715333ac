import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { adoptPolicyBase } from '#lib/office/adopt-policy-base.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { loadLongestHorizon } from '#lib/office/load-longest-horizon.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
await plantOffice(pool, { id: 'guangming', regionCode: '440311' })
await plantOffice(pool, { id: 'anji', regionCode: '330523' })

const now = new Date('2026-11-22T10:00:00+08:00')

async function rule(
  scope: string,
  scopeId: string,
  key: string,
  value: unknown,
  dates: { from?: string; to?: string } = {},
) {
  await pool.query(
    `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, valid_to, source)
     VALUES (gen_random_uuid()::text, $1, $2, $3, $4, $5, $6, 'test')`,
    [scope, scopeId, key, JSON.stringify(value), dates.from ?? '2026-01-01', dates.to ?? null],
  )
}

beforeEach(async () => {
  await pool.query('DELETE FROM policy')
  adoptPolicyBase(DEFAULT_POLICY)
})

describe('which rules hold for an office', () => {
  test('without any rule the defaults hold', async () => {
    expect(await loadPolicy(pool, 'anji', now)).toEqual(DEFAULT_POLICY)
    expect(await loadPolicy(pool, undefined, now)).toEqual(DEFAULT_POLICY)
  })

  test('the narrowest scope wins, key by key', async () => {
    await rule('national', 'CN', 'horizonDays', 20)
    await rule('region', '440000', 'horizonDays', 15)
    await rule('region', '440000', 'releaseTime', '08:00')
    await rule('region', '440300', 'cutoffPreviousDay', '16:00')
    await rule('region', '440311', 'horizonDays', 30)
    await rule('office', 'guangming', 'releaseTime', '09:00')
    expect(await loadPolicy(pool, 'guangming', now)).toEqual({
      ...DEFAULT_POLICY,
      horizonDays: 30,
      releaseTime: '09:00',
      cutoffPreviousDay: '16:00',
    })
    expect((await loadPolicy(pool, 'anji', now)).horizonDays).toBe(20)
  })

  test('a rule holds from its first day to its last; of two, the younger', async () => {
    await rule('national', 'CN', 'horizonDays', 10, { to: '2026-11-21' })
    await rule('national', 'CN', 'horizonDays', 99, { from: '2026-11-23' })
    expect((await loadPolicy(pool, 'anji', now)).horizonDays).toBe(DEFAULT_POLICY.horizonDays)
    await rule('national', 'CN', 'horizonDays', 21, { from: '2026-11-01' })
    await rule('national', 'CN', 'horizonDays', 22, { from: '2026-11-22', to: '2026-11-22' })
    forgetRules()
    expect((await loadPolicy(pool, 'anji', now)).horizonDays).toBe(22)
  })

  test('today is the day in Shanghai: a rule of the 23rd holds from 16:00 UTC on the 22nd', async () => {
    await rule('national', 'CN', 'horizonDays', 7, { from: '2026-11-23' })
    const before = await loadPolicy(pool, 'anji', new Date('2026-11-22T15:59:59Z'))
    const after = await loadPolicy(pool, 'anji', new Date('2026-11-22T16:00:00Z'))
    expect([before.horizonDays, after.horizonDays]).toEqual([30, 7])
  })

  test('an empty rule takes a key away: such an office has no release time', async () => {
    await rule('office', 'anji', 'releaseTime', null)
    expect(await loadPolicy(pool, 'anji', now)).not.toHaveProperty('releaseTime')
  })

  test('settings of the process stand beneath every stored rule', async () => {
    adoptPolicyBase({ holdMinutes: 5, partnerHours: 12 })
    await rule('office', 'anji', 'partnerHours', 48)
    expect(await loadPolicy(pool, 'anji', now)).toMatchObject({ holdMinutes: 5, partnerHours: 48 })
    expect(await loadPolicy(pool, 'guangming', now)).toMatchObject({ holdMinutes: 5, partnerHours: 12 })
  })
})

describe('how long rules are kept', () => {
  test('a change is seen after a minute, or at once when the rules are forgotten', async () => {
    await loadPolicy(pool, 'anji', now)
    await rule('national', 'CN', 'horizonDays', 8)
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    expect((await loadPolicy(pool, 'anji', later(59))).horizonDays).toBe(30)
    expect((await loadPolicy(pool, 'anji', later(61))).horizonDays).toBe(8)
    await pool.query('DELETE FROM policy')
    forgetRules()
    expect((await loadPolicy(pool, 'anji', later(62))).horizonDays).toBe(30)
  })

  test('a failed loading is not kept', async () => {
    const broken = { query: () => Promise.reject(new Error('gone')) } as unknown as typeof pool
    await expect(loadPolicy(broken, 'anji', now)).rejects.toThrow('gone')
    expect((await loadPolicy(pool, 'anji', now)).horizonDays).toBe(30)
  })
})

test('slots must reach as far as the longest horizon of any place', async () => {
  await rule('region', '440000', 'horizonDays', 15)
  expect(await loadLongestHorizon(pool, now)).toBe(30)
  await rule('office', 'anji', 'horizonDays', 45, { from: '2026-12-01' })
  expect(await loadLongestHorizon(pool, now)).toBe(45)
  await rule('office', 'anji', 'horizonDays', 60, { to: '2026-11-21' })
  expect(await loadLongestHorizon(pool, now)).toBe(45)
})
