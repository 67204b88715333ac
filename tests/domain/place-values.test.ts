import { describe, expect, test } from 'vitest'
import { mergeSheets } from '#lib/domain/merge-sheets.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { placesFor, reachesRegion } from '#lib/domain/place-scope.ts'
import { type HandedValue, resolvePlace } from '#lib/domain/place-values.ts'
import { readRegionCode } from '#lib/domain/region-plan.ts'

const say = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const region = (scopeId: string, key: HandedValue['key'], value: HandedValue['value']): HandedValue => ({
  scope: 'region',
  scopeId,
  key,
  value,
})
const nation: HandedValue = { scope: 'national', scopeId: 'CN', key: 'phone', value: '12345' }
const HANDED = [
  nation,
  region('510000', 'phone', '028-12345'),
  region('510100', 'phone', '028-00000300'),
  region('510100', 'announcement', say('全市通办')),
  region('510104', 'facilities', ['parking']),
]

describe('what holds in a place', () => {
  test('is what it says itself, whatever is handed down', () => {
    const own = { phone: '028-00000301', announcement: say('搬家了'), facilities: ['low-desk'] }
    expect(resolvePlace(own, '510104', HANDED)).toEqual({
      phone: { value: '028-00000301' },
      announcement: { value: say('搬家了') },
      facilities: { value: ['low-desk'] },
    })
  })

  test('comes from the narrowest place above where it says nothing, key by key', () => {
    expect(resolvePlace({ phone: '', facilities: [] }, '510104', HANDED)).toEqual({
      phone: { value: '028-00000300', from: { scope: 'region', scopeId: '510100' } },
      announcement: { value: say('全市通办'), from: { scope: 'region', scopeId: '510100' } },
      facilities: { value: ['parking'], from: { scope: 'region', scopeId: '510104' } },
    })
    expect(resolvePlace({}, '513200', HANDED).phone?.from?.scopeId).toBe('510000')
    expect(resolvePlace({}, '330523', HANDED)).toEqual({
      phone: { value: '12345', from: { scope: 'national', scopeId: 'CN' } },
    })
  })

  test('is not what a place took back: an empty value says nothing', () => {
    const taken = [region('510104', 'announcement', say('')), region('510104', 'phone', '')]
    const resolved = resolvePlace({}, '510104', [...taken, ...HANDED])
    expect(resolved.announcement?.from?.scopeId).toBe('510100')
    expect(resolved.phone?.from?.scopeId).toBe('510100')
  })

  test('of the nation comes from nowhere else', () => {
    expect(resolvePlace({}, undefined, HANDED).phone?.value).toBe('12345')
    expect(resolvePlace({}, undefined, HANDED.slice(1))).toEqual({})
  })
})

describe('how far somebody looks after places', () => {
  const grant = (scope: StaffGrant['scope'], scopeId: string, role: StaffGrant['role'] = 'city-admin') => ({
    role,
    scope,
    scopeId,
  })

  test('is the widest of their regions, and single offices', () => {
    const scope = placesFor(
      [grant('region', '510104'), grant('region', '510100'), grant('office', 'anji', 'office-manager')],
      'see-places',
    )
    expect(scope).toEqual({ prefixes: ['5101'], officeIds: ['anji'] })
    expect(reachesRegion(scope, '510104')).toBe(true)
    expect(reachesRegion(scope, '510000')).toBe(false)
  })

  test('is everything for the nation, and nothing for a role without the act', () => {
    expect(placesFor([grant('national', 'CN', 'province-admin')], 'found-office').prefixes).toEqual([''])
    expect(placesFor([grant('office', 'anji', 'clerk')], 'see-places')).toEqual({
      prefixes: [],
      officeIds: [],
    })
  })
})

describe('a code of a region', () => {
  test('tells its level and what must lie above it', () => {
    expect(readRegionCode('510104')).toMatchObject({ value: { level: 'county', parents: ['510100'] } })
    expect(readRegionCode('510100')).toMatchObject({ value: { level: 'city', parents: ['510000'] } })
    expect(readRegionCode('110101')).toMatchObject({ value: { parents: ['110100', '110000'] } })
    expect(readRegionCode('429004')).toMatchObject({ value: { parents: ['429000', '420000'] } })
  })

  test.each([
    ['', 'required'],
    ['51010', 'region-code'],
    ['910104', 'region-code'],
    ['51010a', 'region-code'],
    ['510000', 'region-is-province'],
  ])('%o is none to add: %s', (code, reason) => {
    expect(readRegionCode(code)).toMatchObject({ errors: [{ path: 'code', reason }] })
  })
})

describe('two who change one place', () => {
  const columns = ['phone', 'hours', 'name'] as const

  test('lose nothing: what one did not touch follows the other, what both touched stays as typed and is told', () => {
    const merged = mergeSheets(columns, {
      was: { phone: '1', hours: '9-17', name: 'A' },
      typed: { phone: '2', hours: '9-17', name: 'B' },
      now: { phone: '3', hours: '10-16', name: 'A' },
    })
    expect(merged).toEqual({
      values: { phone: '2', hours: '10-16', name: 'B' },
      theirs: [
        { column: 'phone', clash: true },
        { column: 'hours', clash: false },
      ],
    })
  })

  test('have nothing to be told where both wrote the same', () => {
    const sheets = { was: { phone: '1' }, typed: { phone: '2' }, now: { phone: '2' } }
    expect(mergeSheets(columns, sheets).theirs).toEqual([])
  })
})
