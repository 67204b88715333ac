import { describe, expect, test } from 'vitest'
import { activateStaff } from '#lib/identity/activate-staff.ts'
import { changePassword } from '#lib/identity/change-password.ts'
import { choosePost } from '#lib/identity/choose-post.ts'
import { disableStaff } from '#lib/identity/disable-staff.ts'
import { enableStaff } from '#lib/identity/enable-staff.ts'
import { endStaffSessions } from '#lib/identity/end-staff-sessions.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { giveRole } from '#lib/identity/give-role.ts'
import { inviteFirstAdmin } from '#lib/identity/invite-first-admin.ts'
import { listPosts } from '#lib/identity/list-posts.ts'
import { listStaff } from '#lib/identity/list-staff.ts'
import { openStaffLink } from '#lib/identity/open-staff-link.ts'
import { takeRole } from '#lib/identity/take-role.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { employ, PASSWORD, startShift, tryPassword } from './fixtures/staff.ts'
import { actorOf, actsAbout, codeOfLink, here, OFFICE, openDeskOffice } from './fixtures/staff-office.ts'

const { pool } = await openTestDatabase()

const NOW = new Date('2026-11-23T01:00:00Z')
const NEW_PASSWORD = '河边 seven lanterns'
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const { manager, clerk } = await openDeskOffice(pool, NOW)

describe('looking after an account', () => {
  test('disabling ends every session before the next request; enabling lets sign in again', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const shifts = [await startShift(pool, member, NOW), await startShift(pool, member, at(1))]
    expect(await disableStaff(pool, manager, { staffId: member.id, now: at(2) })).toEqual({
      ok: true,
      value: true,
    })
    for (const token of shifts) {
      expect(await findStaffSession(pool, token, { now: at(2), touch: false })).toBeUndefined()
    }
    expect(await tryPassword(pool, member.username, PASSWORD, at(2))).toMatchObject({ ok: false })
    await enableStaff(pool, manager, { staffId: member.id, now: at(3) })
    for (const token of shifts) {
      expect(await findStaffSession(pool, token, { now: at(3), touch: false })).toBeUndefined()
    }
    await startShift(pool, member, at(4))
    expect(await endStaffSessions(pool, manager, { staffId: member.id, now: at(5) })).toEqual({
      ok: true,
      value: 1,
    })
    expect((await actsAbout(pool, member.id)).filter((act) => act.startsWith('staff-'))).toEqual([
      'staff-disabled',
      'staff-enabled',
      'staff-sessions-ended',
    ])
  })

  test('is only for those above, never for oneself; others look as if they were not there', async () => {
    const plain = actorOf(clerk.id, [here('clerk')])
    const stranger = actorOf(clerk.id, [{ role: 'office-manager', scope: 'office', scopeId: 'other' }])
    for (const actor of [plain, stranger]) {
      expect(await disableStaff(pool, actor, { staffId: manager.id, now: NOW })).toMatchObject({
        reason: 'not-found',
      })
    }
    expect(await disableStaff(pool, manager, { staffId: manager.id, now: NOW })).toMatchObject({ ok: false })
    expect(
      await listStaff(pool, stranger, { office: OFFICE, onlyHere: true, page: 1, now: NOW }),
    ).toMatchObject({
      reason: 'not-allowed',
    })
    const listed = await listStaff(pool, manager, { office: OFFICE, onlyHere: true, page: 1, now: NOW })
    expect(listed.ok && listed.value.people.map(({ id }) => id)).toContain(clerk.id)
  })

  test('a role given or taken away counts from the next request on; the last one stays', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const token = await startShift(pool, member, NOW)
    const rolesNow = async () =>
      (await findStaffSession(pool, token, { now: NOW, touch: false }))?.grants.map(({ role }) => role).sort()
    await giveRole(pool, manager, { staffId: member.id, role: 'reviewer', office: OFFICE, now: NOW })
    expect(await rolesNow()).toEqual(['clerk', 'reviewer'])
    await takeRole(pool, manager, { staffId: member.id, grant: here('clerk'), now: NOW })
    expect(await rolesNow()).toEqual(['reviewer'])
    expect(
      await takeRole(pool, manager, { staffId: member.id, grant: here('reviewer'), now: NOW }),
    ).toMatchObject({
      errors: [{ reason: 'last-one' }],
    })
    expect(
      await giveRole(pool, manager, { staffId: member.id, role: 'city-admin', office: OFFICE, now: NOW }),
    ).toMatchObject({ reason: 'not-allowed' })
  })
})

test('one’s own new password needs the present one and a code, and ends the other sessions', async () => {
  const member = await employ(pool, { grants: [here('clerk')], now: NOW })
  const [other, token] = [await startShift(pool, member, NOW), await startShift(pool, member, at(1))]
  const own = actorOf(member.id, [here('clerk')])
  const change = { token, present: PASSWORD, wished: NEW_PASSWORD, code: member.code(at(2)), now: at(2) }
  expect(await changePassword(pool, own, { ...change, present: NEW_PASSWORD })).toMatchObject({
    errors: [{ path: 'present' }],
  })
  expect(await changePassword(pool, own, { ...change, wished: 'aaaaaaaaaaaaaa' })).toMatchObject({
    errors: [{ path: 'wished', reason: 'too-simple' }],
  })
  expect(await changePassword(pool, own, { ...change, code: member.code(NOW) })).toMatchObject({
    errors: [{ path: 'code' }],
  })
  expect(await changePassword(pool, own, change)).toEqual({ ok: true, value: true })
  expect(await findStaffSession(pool, other, { now: at(2), touch: false })).toBeUndefined()
  expect(await findStaffSession(pool, token, { now: at(2), touch: false })).toMatchObject({ state: 'open' })
})

test('the first administrator has no password, and a link that each start renews until it is used', async () => {
  await pool.query('TRUNCATE staff CASCADE')
  const [one, two] = await Promise.all([inviteFirstAdmin(pool, NOW), inviteFirstAdmin(pool, NOW)])
  const links = await Promise.all([one, two].map((token) => openStaffLink(pool, token ?? '', NOW)))
  expect(links.filter(Boolean)).toHaveLength(1)
  const token = (links[0] ? one : two) ?? ''
  const { rows } = await pool.query('SELECT username, password_hash FROM staff')
  expect(rows).toEqual([{ username: 'admin', password_hash: null }])
  const activation = { token, password: NEW_PASSWORD, code: codeOfLink(token, NOW), now: NOW }
  expect(await activateStaff(pool, activation)).toMatchObject({ ok: true })
  expect(await inviteFirstAdmin(pool, at(1))).toBeUndefined()
})

test('a name that nobody has costs as much time as a wrong password', async () => {
  const member = await employ(pool, { grants: [here('clerk')], now: NOW })
  const spent = { known: [] as number[], unknown: [] as number[] }
  for (let round = 0; round < 8; round += 1) {
    for (const [kind, name] of [
      ['known', member.username],
      ['unknown', `nobody-${round}`],
    ] as const) {
      const began = performance.now()
      await tryPassword(pool, name, 'not this one', NOW)
      spent[kind].push(performance.now() - began)
    }
  }
  const median = (times: number[]) => [...times].sort((a, b) => a - b)[4] ?? 0
  const ratio = median(spent.known) / median(spent.unknown)
  // Without the work for nothing the ratio is above ten.
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test('a post is an office of one’s roles, and a window that is open there', async () => {
  await pool.query(
    `INSERT INTO desk_window (office_id, name, services, position, open)
     VALUES ($1, '1', '{MARRIAGE}', 0, true), ($1, '2', '{MARRIAGE}', 1, false)`,
    [OFFICE.id],
  )
  const member = await employ(pool, { grants: [here('clerk')], now: NOW })
  const token = await startShift(pool, member, NOW)
  const own = actorOf(member.id, [here('clerk')])
  const take = (officeId: string, window?: string) => choosePost(pool, own, { token, officeId, window })
  expect(await take('elsewhere')).toMatchObject({ reason: 'not-allowed' })
  expect(await take(OFFICE.id, '2')).toMatchObject({ errors: [{ path: 'window', reason: 'unknown' }] })
  expect(await take(OFFICE.id, '1')).toEqual({ ok: true, value: true })
  expect(await findStaffSession(pool, token, { now: NOW, touch: false })).toMatchObject({
    office: OFFICE,
    window: '1',
  })
  expect(await listPosts(pool, own)).toMatchObject([{ id: OFFICE.id, windows: [{ name: '1' }] }])
  expect(await listPosts(pool, actorOf(member.id, []))).toEqual([])
})
