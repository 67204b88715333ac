import { describe, expect, test } from 'vitest'
import { listApprovals } from '#lib/approval/list-approvals.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { NATION } from '#lib/domain/scope-path.ts'
import { approveGrant } from '#lib/identity/approve-grant.ts'
import { endStaffSession } from '#lib/identity/end-staff-session.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { giveRole } from '#lib/identity/give-role.ts'
import { inviteAdmin } from '#lib/identity/invite-admin.ts'
import { inviteStaff } from '#lib/identity/invite-staff.ts'
import { listGrantRequests } from '#lib/identity/list-grant-requests.ts'
import { listStaff } from '#lib/identity/list-staff.ts'
import { listStaffLinks } from '#lib/identity/list-staff-links.ts'
import { listStaffSessions } from '#lib/identity/list-staff-sessions.ts'
import { sendStaffLink } from '#lib/identity/send-staff-link.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { employ, startShift } from './fixtures/staff.ts'
import { actorOf, actsAbout, here, OFFICE, openDeskOffice } from './fixtures/staff-office.ts'

const { pool } = await openTestDatabase()

const NOW = new Date('2026-11-23T01:00:00Z')
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const { manager, clerk } = await openDeskOffice(pool, NOW)
const CITY: StaffGrant = { role: 'city-admin', scope: 'region', scopeId: '330500' }
const PROVINCE: StaffGrant = { role: 'province-admin', scope: 'region', scopeId: '330000' }
const OF_NATION: StaffGrant = { role: 'province-admin', ...NATION }

async function hire(...grants: StaffGrant[]): Promise<StaffActor> {
  const { id } = await employ(pool, { grants, now: NOW })
  return actorOf(id, grants)
}

const [city, otherCity, province] = [await hire(CITY), await hire(CITY), await hire(PROVINCE)]
const wish = { office: OFFICE, note: '原负责人退休', now: NOW }

const rolesOf = async (staffId: string) => {
  const { rows } = await pool.query<{ role: string }>('SELECT role FROM staff_grant WHERE staff_id = $1', [
    staffId,
  ])
  return rows.map(({ role }) => role).sort()
}

async function requestBy(actor: StaffActor): Promise<string> {
  const open = await listApprovals(pool, { actor, list: 'waiting', now: NOW })
  const id = open.find(({ isOwn }) => isOwn)?.id
  if (!id) throw new Error('nothing was asked')
  return id
}

describe('a role that runs an office', () => {
  test('is nobody’s before another person has agreed, then at once; nobody agrees to their own', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const asking = { ...wish, staffId: member.id, role: 'office-manager' } as const
    expect(await giveRole(pool, city, { ...asking, note: ' ' })).toMatchObject({
      errors: [{ path: 'note', reason: 'required' }],
    })
    expect(await giveRole(pool, city, asking)).toEqual({ ok: true, value: 'asked' })
    expect(await giveRole(pool, otherCity, { ...asking, note: '再申请一次' })).toMatchObject({
      errors: [{ path: 'role', reason: 'waits-already' }],
    })
    expect(await rolesOf(member.id)).toEqual(['clerk'])
    const [waiting] = await listGrantRequests(pool, { actor: otherCity, now: NOW })
    expect(waiting).toMatchObject({
      mayDecide: true,
      request: { staffId: member.id, role: 'office-manager', scopeId: OFFICE.id },
    })
    const id = await requestBy(city)
    expect(await approveGrant(pool, { actor: city, id, approve: true, now: NOW })).toMatchObject({
      errors: [{ reason: 'own-request' }],
    })
    const self = actorOf(member.id, [CITY])
    expect(await approveGrant(pool, { actor: self, id, approve: true, now: NOW })).toMatchObject({
      errors: [{ reason: 'own-role' }],
    })
    expect(await approveGrant(pool, { actor: manager, id, approve: true, now: NOW })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    expect(await rolesOf(member.id)).toEqual(['clerk'])
    expect(await approveGrant(pool, { actor: otherCity, id, approve: true, now: at(1) })).toMatchObject({
      ok: true,
    })
    expect(await rolesOf(member.id)).toEqual(['clerk', 'office-manager'])
    expect(await actsAbout(pool, member.id)).toEqual(['role-asked', 'role-given'])
  })

  test('does not take force when whoever asked may no longer give it', async () => {
    const member = await employ(pool, { grants: [here('clerk')], now: NOW })
    const gone = await hire(CITY)
    await giveRole(pool, gone, { ...wish, staffId: member.id, role: 'office-manager' })
    const id = await requestBy(gone)
    await pool.query('UPDATE staff SET disabled_at = $2 WHERE id = $1', [gone.id, NOW])
    expect(await approveGrant(pool, { actor: city, id, approve: true, now: NOW })).toMatchObject({
      errors: [{ reason: 'asker-may-not' }],
    })
    expect(await rolesOf(member.id)).toEqual(['clerk'])
  })

  test('of somebody new makes the account only when it is agreed to; then the link is made', async () => {
    const someone = { ...wish, username: 'new-city', name: '郑新', role: 'city-admin' } as const
    const nation = await hire(OF_NATION)
    const asked = await inviteStaff(pool, province, someone)
    expect(asked).toMatchObject({ ok: true, value: { approvalId: expect.any(String) } })
    const account = () => pool.query<{ id: string }>(`SELECT id FROM staff WHERE username = 'new-city'`)
    expect((await account()).rows).toEqual([])
    const id = await requestBy(province)
    expect(await approveGrant(pool, { actor: nation, id, approve: true, now: at(1) })).toMatchObject({
      ok: true,
    })
    const [{ id: staffId } = { id: '' }] = (await account()).rows
    expect(await rolesOf(staffId)).toEqual(['city-admin'])
    expect(await sendStaffLink(pool, province, { staffId, purpose: 'activate', now: at(2) })).toMatchObject({
      ok: true,
    })
    expect(await listStaffLinks(pool, nation, { staffId, now: at(2) })).toMatchObject({
      value: [{ purpose: 'activate', createdByName: '王芳', usedAt: null }],
    })
    expect(await inviteStaff(pool, province, someone)).toMatchObject({ errors: [{ reason: 'taken' }] })
  })

  test('over a province is proposed by the nation’s administrators alone; clerks are still made at once', async () => {
    const someone = { ...wish, username: 'second', name: '周全', role: 'nation-admin' } as const
    expect(await inviteStaff(pool, province, { ...someone, role: 'province-admin' })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    expect(await inviteStaff(pool, province, someone)).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
    const [one, two] = [await hire(OF_NATION), await hire(OF_NATION)]
    expect(await inviteStaff(pool, one, someone)).toMatchObject({ ok: true })
    const id = await requestBy(one)
    expect(await approveGrant(pool, { actor: province, id, approve: true, now: NOW })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    expect(await approveGrant(pool, { actor: two, id, approve: true, now: NOW })).toMatchObject({ ok: true })
    expect(
      await inviteStaff(pool, manager, { ...wish, username: 'at-once', name: '吴立', role: 'reviewer' }),
    ).toMatchObject({ ok: true, value: { token: expect.any(String) } })
  })

  test('for the nation is given by the operator only while two cannot do it between them', async () => {
    const command = { username: 'deputy', name: '副手', now: NOW }
    expect(await inviteAdmin(pool, command)).toMatchObject({ errors: [{ reason: 'two-already' }] })
    await pool.query(`DELETE FROM staff_grant WHERE scope = 'national'`)
    await hire(OF_NATION)
    const [first, again] = [await inviteAdmin(pool, command), await inviteAdmin(pool, command)]
    expect([first.ok, again.ok]).toEqual([true, true])
    const { rows } = await pool.query(`SELECT password_hash FROM staff WHERE username = 'deputy'`)
    expect(rows).toEqual([{ password_hash: null }])
    expect(await inviteAdmin(pool, { ...command, username: 'new-city' })).toMatchObject({
      errors: [{ reason: 'taken' }],
    })
  })
})

test('one of several sessions is ended by its mark, by those who look after the account', async () => {
  const member = await employ(pool, { grants: [here('clerk')], now: NOW })
  const [kept, ended] = [await startShift(pool, member, NOW), await startShift(pool, member, at(1))]
  await pool.query(`UPDATE staff_session SET browser = 'edge' WHERE staff_id = $1`, [member.id])
  const about = { staffId: member.id, now: at(2) }
  const listed = await listStaffSessions(pool, manager, about)
  const sessions = listed.ok ? listed.value : []
  expect(sessions).toMatchObject([{ browser: 'edge', signedInAt: at(1) }, { signedInAt: NOW }])
  const mark = sessions[0]?.mark ?? ''
  const stranger = actorOf(clerk.id, [{ role: 'office-manager', scope: 'office', scopeId: 'other' }])
  expect(await listStaffSessions(pool, stranger, about)).toMatchObject({ reason: 'not-found' })
  for (const [actor, sent] of [
    [stranger, mark],
    [manager, 'ffffffffffffffffffffffff'],
  ] as const)
    expect(await endStaffSession(pool, actor, { ...about, mark: sent })).toMatchObject({
      reason: 'not-found',
    })
  expect(await endStaffSession(pool, manager, { ...about, mark })).toEqual({ ok: true, value: true })
  expect(await findStaffSession(pool, ended, { now: at(2), touch: false })).toBeUndefined()
  expect(await findStaffSession(pool, kept, { now: at(2), touch: false })).toMatchObject({ state: 'open' })
})

test('the list holds fifty a page, finds by name and role, and never more than somebody may see', async () => {
  await pool.query(
    `WITH made AS (INSERT INTO staff (id, username, name, created_at)
       SELECT gen_random_uuid(), 'many-' || lpad(n::text, 3, '0'), '很多_%', $1 FROM generate_series(1, 60) n RETURNING id)
     INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at) SELECT id, 'reviewer', 'office', $2, $1 FROM made`,
    [NOW, OFFICE.id],
  )
  const query = { office: OFFICE, onlyHere: true, named: 'many-', page: 1, now: NOW }
  const page = async (
    actor: StaffActor,
    more: Partial<typeof query> & { role?: 'reviewer' | 'auditor' } = {},
  ) => {
    const listed = await listStaff(pool, actor, { ...query, ...more })
    return listed.ok ? [listed.value.people.length, listed.value.hasMore] : listed.reason
  }
  expect(await page(manager)).toEqual([50, true])
  expect(await page(manager, { page: 2 })).toEqual([10, false])
  expect(await page(manager, { named: '_%' })).toEqual([50, true])
  expect(await page(manager, { named: '%many' })).toEqual([0, false])
  expect(await page(province, { onlyHere: false, role: 'auditor' })).toEqual([0, false])
  expect(await page(province, { onlyHere: false, role: 'reviewer', page: 2 })).toEqual([10, false])
  const admins = async (actor: StaffActor) => {
    const listed = await listStaff(pool, actor, {
      ...query,
      named: '',
      role: 'province-admin',
      onlyHere: false,
    })
    return listed.ok ? listed.value.people.filter(({ id }) => id === province.id).length : 0
  }
  expect([await admins(province), await admins(city)]).toEqual([1, 0])
})
