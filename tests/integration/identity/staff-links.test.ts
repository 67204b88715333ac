import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { activateStaff } from '#lib/identity/activate-staff.ts'
import { deriveTotpSecret } from '#lib/identity/derive-totp-secret.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { inviteStaff } from '#lib/identity/invite-staff.ts'
import { openStaffLink } from '#lib/identity/open-staff-link.ts'
import { sendStaffLink } from '#lib/identity/send-staff-link.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { employ, PASSWORD, startShift, tryPassword } from './fixtures/staff.ts'
import { actorOf, actsAbout, codeOfLink, here, OFFICE, openDeskOffice } from './fixtures/staff-office.ts'

const { pool } = await openTestDatabase()

const NOW = new Date('2026-11-23T01:00:00Z')
const NEW_PASSWORD = '河边 seven lanterns'
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const { manager, clerk } = await openDeskOffice(pool, NOW)

async function invite(username: string): Promise<{ staffId: string; token: string }> {
  const wish = { username, name: '孙小雨', role: 'clerk', office: OFFICE, now: NOW } as const
  const invited = await inviteStaff(pool, manager, wish)
  if (!invited.ok) throw new Error(invited.reason)
  if ('approvalId' in invited.value) throw new Error('waits for somebody')
  return invited.value
}

describe('an invitation', () => {
  test('is used once, by whoever has it, and then they sign in with both factors', async () => {
    const { staffId, token } = await invite('sun')
    expect(await tryPassword(pool, 'sun', NEW_PASSWORD, NOW)).toMatchObject({ ok: false })
    const activation = { token, password: NEW_PASSWORD, code: codeOfLink(token, NOW), now: NOW }
    const both = await Promise.all([activateStaff(pool, activation), activateStaff(pool, activation)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await activateStaff(pool, activation)).toMatchObject({ reason: 'not-found' })
    const secret = Secret.fromBase32(deriveTotpSecret(token))
    const code = (now: Date) => new TOTP({ secret }).generate({ timestamp: now.getTime() })
    // The code that proved the authenticator has been used.
    await expect(
      startShift(pool, { id: staffId, username: 'sun', code }, at(1), NEW_PASSWORD),
    ).resolves.toBeTypeOf('string')
    expect(await actsAbout(pool, staffId)).toEqual([
      'staff-invited',
      'password-wrong',
      'staff-link-used',
      'signed-in',
    ])
  })

  test('is worth nothing after 72 hours, or when a newer one was made', async () => {
    const { staffId, token } = await invite('zhou')
    expect(await openStaffLink(pool, token, at(72 * 60 - 1))).toMatchObject({ purpose: 'activate' })
    expect(await openStaffLink(pool, token, at(72 * 60))).toBeUndefined()
    const newer = await sendStaffLink(pool, manager, { staffId, purpose: 'activate', now: at(1) })
    expect(await openStaffLink(pool, token, at(1))).toBeUndefined()
    expect(await openStaffLink(pool, newer.ok ? newer.value : '', at(1))).toMatchObject({ username: 'zhou' })
    expect(await openStaffLink(pool, 'x'.repeat(43), at(1))).toBeUndefined()
  })

  test('with a bad password or code does nothing and can be tried again', async () => {
    const { token } = await invite('wu-min')
    const tryWith = (password: string, code: string) =>
      activateStaff(pool, { token, password, code, now: NOW })
    expect(await tryWith('short', codeOfLink(token, NOW))).toMatchObject({
      errors: [{ reason: 'too-short' }],
    })
    expect(await tryWith('woaini1314520', codeOfLink(token, NOW))).toMatchObject({
      errors: [{ reason: 'well-known' }],
    })
    expect(await tryWith(NEW_PASSWORD, '000000')).toMatchObject({ errors: [{ path: 'code' }] })
    expect(await tryWith(NEW_PASSWORD, codeOfLink(token, NOW))).toMatchObject({ ok: true })
  })

  test('is only for roles below one’s own, in one’s own office, under a free name', async () => {
    const wish = { username: 'zheng', name: '郑安', office: OFFICE, now: NOW } as const
    expect(await inviteStaff(pool, manager, { ...wish, role: 'office-manager' })).toMatchObject({
      reason: 'not-allowed',
    })
    const elsewhere = { id: 'other', regionCode: '330523' }
    expect(await inviteStaff(pool, manager, { ...wish, role: 'clerk', office: elsewhere })).toMatchObject({
      reason: 'not-allowed',
    })
    const plain = actorOf(clerk.id, [here('clerk')])
    expect(await inviteStaff(pool, plain, { ...wish, role: 'clerk' })).toMatchObject({
      reason: 'not-allowed',
    })
    const taken = await inviteStaff(pool, manager, { ...wish, username: clerk.username, role: 'clerk' })
    expect(taken).toMatchObject({ errors: [{ path: 'username', reason: 'taken' }] })
  })
})

describe('a reset', () => {
  test('of the password asks for the authenticator that stays, and ends every session', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const shift = await startShift(pool, member, NOW)
    const sent = await sendStaffLink(pool, manager, {
      staffId: member.id,
      purpose: 'reset-password',
      now: NOW,
    })
    const token = sent.ok ? sent.value : ''
    const activation = { token, password: NEW_PASSWORD, now: at(1) }
    expect(await activateStaff(pool, { ...activation, code: codeOfLink(token, at(1)) })).toMatchObject({
      errors: [{ path: 'code' }],
    })
    expect(await activateStaff(pool, { ...activation, code: member.code(at(1)) })).toMatchObject({ ok: true })
    expect(await findStaffSession(pool, shift, { now: at(1), touch: false })).toBeUndefined()
    expect(await tryPassword(pool, member.username, PASSWORD, at(2))).toMatchObject({ ok: false })
    expect(await tryPassword(pool, member.username, NEW_PASSWORD, at(2))).toMatchObject({ ok: true })
  })

  test('of the authenticator asks for the password that stays', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const sent = await sendStaffLink(pool, manager, { staffId: member.id, purpose: 'reset-totp', now: NOW })
    const token = sent.ok ? sent.value : ''
    const activation = { token, code: codeOfLink(token, at(1)), now: at(1) }
    expect(await activateStaff(pool, { ...activation, password: NEW_PASSWORD })).toMatchObject({
      errors: [{ path: 'password', reason: 'wrong-now' }],
    })
    expect(await activateStaff(pool, { ...activation, password: PASSWORD })).toMatchObject({ ok: true })
    await expect(startShift(pool, member, at(2))).rejects.toThrow('invalid-input')
    const fresh = { ...member, code: (now: Date) => codeOfLink(token, now) }
    await expect(startShift(pool, fresh, at(2))).resolves.toBeTypeOf('string')
  })
})
