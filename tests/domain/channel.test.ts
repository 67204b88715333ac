import { expect, test } from 'vitest'
import { browserFamily } from '#lib/domain/browser-family.ts'
import { refuseOutside, stateOfKey } from '#lib/domain/channel.ts'
import { grantOfWish, mayGive, needsSecond, wishesToGive } from '#lib/domain/staff-place.ts'

const now = new Date('2026-11-23T01:00:00Z')
const OFFICE = { id: 'anji', regionCode: '330523' }

test('a key works until it is revoked or its day has come', () => {
  const expiresAt = new Date(now.getTime() + 1)
  expect(stateOfKey({ expiresAt: null, revokedAt: null }, now)).toBe('works')
  expect(stateOfKey({ expiresAt, revokedAt: null }, now)).toBe('ending')
  expect(stateOfKey({ expiresAt: now, revokedAt: null }, now)).toBe('over')
  expect(stateOfKey({ expiresAt, revokedAt: now }, now)).toBe('revoked')
})

test('a channel of a region books at its own offices only, one of the nation and people everywhere', () => {
  const of = (regionCode?: string) =>
    ({ kind: 'channel', id: 'c', scopes: ['book'], ...(regionCode ? { regionCode } : {}) }) as const
  for (const own of [undefined, '330000', '330500', '330523'])
    expect(refuseOutside(of(own), '330523'), own).toBeUndefined()
  for (const other of ['440000', '330600', '330521'])
    expect(refuseOutside(of(other), '330523')).toEqual({
      ok: false,
      reason: 'not-allowed',
      errors: [{ path: 'slotId', reason: 'outside-channel-region' }],
    })
  const identity = { name: '李伟', documentType: 'RESIDENT_ID', documentNumber: '' } as const
  expect(refuseOutside({ kind: 'person', id: 'p', identity }, '330523')).toBeUndefined()
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'edge'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'chrome'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/108.0 Safari/537.36 QIHU 360SE', '360'],
  ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1 Version/18.0 Safari/605.1', 'safari'],
  ['Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0', 'firefox'],
  ['Mozilla/5.0 (iPhone) AppleWebKit/605.1 MicroMessenger/8.0', 'wechat'],
  [null, 'other'],
])('%s is %s', (text, family) => {
  expect(browserFamily(text)).toBe(family)
})

test('who runs offices or reads their record needs a second person; only the nation’s administrators ask for provinces', () => {
  const roles = [
    'clerk',
    'senior-clerk',
    'reviewer',
    'office-manager',
    'city-admin',
    'province-admin',
    'auditor',
  ] as const
  expect(roles.filter(needsSecond)).toEqual(['office-manager', 'city-admin', 'province-admin', 'auditor'])
  const ofProvince = [{ role: 'province-admin', scope: 'region', scopeId: '330000' } as const]
  const ofNation = [{ role: 'province-admin', scope: 'national', scopeId: 'CN' } as const]
  expect(wishesToGive(ofProvince, OFFICE)).not.toContain('province-admin')
  expect(wishesToGive(ofProvince, OFFICE)).not.toContain('nation-admin')
  expect(wishesToGive(ofNation, OFFICE)).toEqual(expect.arrayContaining(['province-admin', 'nation-admin']))
  const [province, nation] = [grantOfWish('province-admin', OFFICE), grantOfWish('nation-admin', OFFICE)]
  expect(province).toEqual({ role: 'province-admin', scope: 'region', scopeId: '330000' })
  expect([province, nation].map((grant) => mayGive(ofProvince, grant, undefined))).toEqual([false, false])
  expect([province, nation].map((grant) => mayGive(ofNation, grant, undefined))).toEqual([true, true])
})
