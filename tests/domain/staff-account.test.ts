import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DELAYS } from '#lib/domain/attempt-delay.ts'
import { foldPassword, passwordFault } from '#lib/domain/staff-password.ts'
import { looksAfter, placeOfGrant, scopeOfRole } from '#lib/domain/staff-place.ts'

const known = readFileSync('lib/identity/known-passwords.txt', 'utf8').split('\n').filter(Boolean)
const WANG = { username: 'guangming-wang', name: '王芳' }
const faultOf = (password: string) => passwordFault(password, WANG, (folded) => known.includes(folded))

describe('a password', () => {
  test.each([
    ['桂花 rain 7 kettle', undefined],
    ['correct battery horse', undefined],
    ['窗外的桂花开了三回又谢了', undefined],
    ['a'.repeat(11), 'too-short'],
    [`${'kettle rain '.repeat(10)}ninechars`, 'too-long'],
    ['guangming-wang1', 'own-name'],
    ['aaaaaaaaaaaa', 'too-simple'],
    ['abcabcabcabc', 'too-simple'],
    ['abcdefghijkl', 'too-simple'],
    ['qwertyuiop123', 'too-simple'],
    ['poiuytrewqlkj', 'too-simple'],
    ['123456789012', 'too-simple'],
    ['woaini1314520', 'well-known'],
    ['WOAINI1314520', 'well-known'],
    ['1qaz2wsx3edc', 'well-known'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'well-known'],
  ])('%s: %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault)
  })

  test('of 128 characters passes, and characters count, not bytes', () => {
    const words = Array.from({ length: 128 }, (_, at) =>
      '桂花开了又谢春雨'.charAt((at * 7 + Math.floor(at / 8)) % 8),
    )
    expect(faultOf(words.join(''))).toBeUndefined()
  })

  test('the list holds what it should: long enough to matter, folded, each once', () => {
    expect(known.length).toBeGreaterThanOrEqual(500)
    expect(known.filter((one) => one !== foldPassword(one) || one.length < 12)).toEqual([])
    expect(new Set(known).size).toBe(known.length)
  })
})

test('the wait after wrong passwords grows to a quarter of an hour and no further', () => {
  expect(DELAYS.slice(0, 9)).toEqual(Array(9).fill(0))
  expect(DELAYS.slice(9)).toEqual([30, 60, 120, 240, 480, 900])
})

describe('who looks after whom', () => {
  const office = { id: 'guangming', regionCode: '440311' }
  const place = placeOfGrant({ scope: 'office', scopeId: 'guangming' }, '440311')
  const clerk = {
    id: 'c',
    grants: [{ role: 'clerk', scope: 'office', scopeId: 'guangming', place }] as const,
  }
  const manager = {
    id: 'm',
    grants: [{ role: 'office-manager', scope: 'office', scopeId: 'guangming', place }] as const,
  }
  const city = { scope: 'region', scopeId: '440300' } as const
  const admin = {
    id: 'a',
    grants: [{ role: 'city-admin', ...city, place: placeOfGrant(city, null) }] as const,
  }
  const nation = { scope: 'national', scopeId: 'CN' } as const
  const first = {
    id: 'f',
    grants: [{ role: 'province-admin', ...nation, place: placeOfGrant(nation, null) }] as const,
  }

  test('those above after those below, nobody after themselves or their like', () => {
    expect([looksAfter(manager, clerk), looksAfter(admin, manager), looksAfter(first, admin)]).toEqual([
      true,
      true,
      true,
    ])
    expect([looksAfter(clerk, manager), looksAfter(manager, admin), looksAfter(admin, first)]).toEqual([
      false,
      false,
      false,
    ])
    expect([looksAfter(manager, { ...manager, id: 'other' }), looksAfter(manager, manager)]).toEqual([
      false,
      false,
    ])
  })

  test('not after somebody with a further role elsewhere', () => {
    const there = placeOfGrant({ scope: 'office', scopeId: 'anji' }, '330523')
    const both = [...clerk.grants, { role: 'clerk', scope: 'office', scopeId: 'anji', place: there }] as const
    expect(looksAfter(manager, { id: 'b', grants: both })).toBe(false)
  })

  test('a role is given for the office, its city or its province', () => {
    expect(scopeOfRole('clerk', office)).toEqual({ scope: 'office', scopeId: 'guangming' })
    expect(scopeOfRole('city-admin', office)).toEqual(city)
    expect(scopeOfRole('auditor', office)).toEqual({ scope: 'region', scopeId: '440000' })
  })
})
