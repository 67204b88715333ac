import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { faultsOfPolicy } from '#lib/domain/policy-fault.ts'
import type { Service } from '#lib/domain/service.ts'
import { resolvePolicy } from '#lib/office/resolve-policy.ts'
import { POLICIES } from '#prisma/seed/policies.ts'

type Rule = Parameters<typeof resolvePolicy>[0][number]

const ON = calendarDate('2026-11-22')
const PATH = [
  { scope: 'national', scopeId: 'CN' },
  { scope: 'region', scopeId: '330523' },
  { scope: 'office', scopeId: 'anji' },
] as const

function rule(scope: Rule['scope'], key: Rule['key'], value: Rule['value'], from = '2026-01-01'): Rule {
  const scopeId = PATH.find((step) => step.scope === scope)?.scopeId ?? ''
  return { scope, scopeId, key, value, validFrom: calendarDate(from), validTo: null }
}

const daysFor = (rules: Rule[], service?: Service) =>
  resolvePolicy(rules, PATH, ON, DEFAULT_POLICY, service).stillComingDays

describe('a rule for one service alone', () => {
  test('holds for that service and for no other', () => {
    const rules = [rule('national', 'stillComingDays.MARRIAGE', 5)]
    expect(daysFor(rules, 'MARRIAGE')).toBe(5)
    expect(daysFor(rules, 'REISSUE_MARRIAGE')).toBe(2)
    expect(daysFor(rules)).toBe(2)
  })

  test('goes before a general rule of the same place, however young that is', () => {
    const rules = [
      rule('office', 'stillComingDays.MARRIAGE', 5, '2026-02-01'),
      rule('office', 'stillComingDays', 3, '2026-11-01'),
    ]
    expect(daysFor(rules, 'MARRIAGE')).toBe(5)
    expect(daysFor(rules, 'CEREMONY')).toBe(3)
  })

  test('gives way to any rule of a narrower place', () => {
    const rules = [
      rule('national', 'stillComingDays.MARRIAGE', 5),
      rule('region', 'stillComingDays', 3),
      rule('office', 'stillComingDays.DIVORCE_APPLICATION', 0),
    ]
    expect(daysFor(rules, 'MARRIAGE')).toBe(3)
    expect(daysFor(rules, 'DIVORCE_APPLICATION')).toBe(0)
  })

  test('leaves no trace of its own in what comes out, and counts only where the house asks by service', () => {
    const strange = {
      ...rule('office', 'stillComingDays', 9),
      key: 'horizonDays.MARRIAGE',
    } as unknown as Rule
    const rules = [rule('office', 'stillComingDays.MARRIAGE', 5), strange]
    expect(resolvePolicy(rules, PATH, ON, DEFAULT_POLICY, 'MARRIAGE')).toEqual({
      ...DEFAULT_POLICY,
      stillComingDays: 5,
    })
  })
})

test('every place of the demo world has rules that can stand together', () => {
  const rules = POLICIES.map((plan) => ({ ...plan, validTo: plan.validTo ?? null }))
  const places = POLICIES.filter(({ scope }) => scope !== 'national')
  expect(places.length).toBeGreaterThan(3)
  for (const { scope, scopeId } of places) {
    const path = [
      { scope: 'national', scopeId: 'CN' },
      { scope, scopeId },
    ] as const
    expect(faultsOfPolicy(resolvePolicy(rules, path, ON, DEFAULT_POLICY)), scopeId).toEqual([])
  }
})
