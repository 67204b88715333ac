import { describe, expect, test } from 'vitest'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { proveSecondFactor } from '#lib/identity/prove-second-factor.ts'
import { signOutStaff } from '#lib/identity/sign-out-staff.ts'
import { unlockStaff } from '#lib/identity/unlock-staff.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { employ, PASSWORD, startShift, tryPassword } from './fixtures/staff.ts'

const { pool } = await openTestDatabase()

const START = new Date('2026-11-23T01:00:00Z')
const at = (minutes: number, seconds = 0) => new Date(START.getTime() + (minutes * 60 + seconds) * 1000)
const look = (token: string, now: Date, touch = true) => findStaffSession(pool, token, { now, touch })
const WRONG = { ok: false, reason: 'not-allowed' }

describe('the password', () => {
  test('opens half a session, which is worth nothing before the code', async () => {
    const member = await employ(pool, { now: START })
    const half = await tryPassword(pool, member.username.toUpperCase(), PASSWORD, START)
    expect(half).toMatchObject({ ok: true })
    const token = half.ok ? half.value : ''
    expect(await look(token, START)).toMatchObject({ state: 'half', username: member.username })
    expect(await look(token, at(10))).toBeUndefined()
  })

  test('wrong, of nobody, of somebody disabled or not activated: one answer', async () => {
    const member = await employ(pool, { now: START })
    const gone = await employ(pool, { now: START })
    const fresh = await employ(pool, { now: START })
    await pool.query('UPDATE staff SET disabled_at = $2 WHERE id = $1', [gone.id, START])
    await pool.query('UPDATE staff SET password_hash = NULL, totp_secret = NULL WHERE id = $1', [fresh.id])
    expect(await tryPassword(pool, member.username, `${PASSWORD}!`, START)).toEqual(WRONG)
    expect(await tryPassword(pool, 'nobody', PASSWORD, START)).toEqual(WRONG)
    expect(await tryPassword(pool, gone.username, PASSWORD, START)).toEqual(WRONG)
    expect(await tryPassword(pool, fresh.username, PASSWORD, START)).toEqual(WRONG)
  })

  test('after ten wrong ones in a row there is a wait that grows, and no lock for good', async () => {
    const member = await employ(pool, { now: START })
    const wrong = (now: Date) => tryPassword(pool, member.username, 'not this one at all', now)
    for (let n = 0; n < 9; n += 1) expect(await wrong(START)).toEqual(WRONG)
    expect(await tryPassword(pool, member.username, PASSWORD, START)).toMatchObject({ ok: true })
    for (let n = 0; n < 10; n += 1) await wrong(START)
    expect(await tryPassword(pool, member.username, PASSWORD, at(0, 29))).toEqual(WRONG)
    await wrong(at(0, 30))
    expect(await tryPassword(pool, member.username, PASSWORD, at(1, 29))).toEqual(WRONG)
    expect(await tryPassword(pool, member.username, PASSWORD, at(1, 30))).toMatchObject({ ok: true })
  })

  test('of two hundred wrong ones at once only ten are compared', async () => {
    const member = await employ(pool, { now: START })
    await Promise.all(Array.from({ length: 200 }, () => tryPassword(pool, member.username, 'wrong', START)))
    const { rows } = await pool.query('SELECT wrong_tries FROM staff WHERE id = $1', [member.id])
    expect(rows).toEqual([{ wrong_tries: 10 }])
  })
})

describe('the code', () => {
  test('makes the session whole, under a new token', async () => {
    const member = await employ(pool, { now: START })
    const half = await tryPassword(pool, member.username, PASSWORD, START)
    const token = half.ok ? half.value : ''
    const whole = await proveSecondFactor(pool, { token, typed: member.code(START), now: START })
    expect(whole).toMatchObject({ ok: true })
    expect(await look(token, START)).toBeUndefined()
    expect(await look(whole.ok ? whole.value : '', START)).toMatchObject({
      state: 'open',
      grants: [{ role: 'clerk', scope: 'office', scopeId: 'here' }],
    })
    const { rows } = await pool.query('SELECT act FROM audit_entry WHERE actor_id = $1', [member.id])
    expect(rows).toEqual([{ act: 'signed-in' }])
  })

  test('counts once, whoever shows it again, and neither does one from before it', async () => {
    const member = await employ(pool, { now: START })
    await startShift(pool, member, START)
    const again = async (typed: string, now: Date) => {
      const half = await tryPassword(pool, member.username, PASSWORD, now)
      return proveSecondFactor(pool, { token: half.ok ? half.value : '', typed, now })
    }
    expect(await again(member.code(START), at(0, 20))).toMatchObject({ errors: [{ reason: 'wrong' }] })
    expect(await again(member.code(at(0, -30)), at(0, 20))).toMatchObject({ errors: [{ reason: 'wrong' }] })
    expect(await again(member.code(at(1)), at(0, 31))).toMatchObject({ ok: true })
    // Right by the clock, but from before the step just used.
    expect(await again(member.code(at(0, 31)), at(0, 31))).toMatchObject({ errors: [{ reason: 'wrong' }] })
  })

  test('may come one step early or late, not two', async () => {
    for (const [seconds, ok] of [
      [-60, false],
      [-30, true],
      [30, true],
      [60, false],
    ] as const) {
      const member = await employ(pool, { now: START })
      const half = await tryPassword(pool, member.username, PASSWORD, START)
      const token = half.ok ? half.value : ''
      const proved = await proveSecondFactor(pool, { token, typed: member.code(at(0, seconds)), now: START })
      expect([seconds, proved.ok]).toEqual([seconds, ok])
    }
  })

  test('of a thousand wrong ones at once ten are looked at', async () => {
    const member = await employ(pool, { now: START })
    const half = await tryPassword(pool, member.username, PASSWORD, START)
    const token = half.ok ? half.value : ''
    const right = member.code(START)
    const tries = Array.from({ length: 1000 }, (_, n) => String((Number(right) + 1 + n) % 1_000_000))
    const answers = await Promise.all(
      tries.map((typed) => proveSecondFactor(pool, { token, typed: typed.padStart(6, '0'), now: START })),
    )
    const reasons = answers.map((answer) => (answer.ok ? 'ok' : answer.reason))
    expect(reasons.filter((reason) => reason === 'invalid-input')).toHaveLength(10)
    expect(reasons.filter((reason) => reason === 'rate-limited')).toHaveLength(990)
    expect(await proveSecondFactor(pool, { token, typed: right, now: START })).toMatchObject({
      reason: 'rate-limited',
    })
  })
})

describe('a shift', () => {
  test('locks after 15 minutes without a touch; a code opens it again where it was', async () => {
    const member = await employ(pool, { now: START })
    const token = await startShift(pool, member, START)
    expect(await look(token, at(14, 59), false)).toMatchObject({ state: 'open' })
    expect(await look(token, at(15))).toMatchObject({ state: 'locked' })
    // Being looked at does not open it.
    expect(await look(token, at(15))).toMatchObject({ state: 'locked' })
    expect(await unlockStaff(pool, { token, typed: '000000', now: at(15) })).toMatchObject({ ok: false })
    expect(await unlockStaff(pool, { token, typed: member.code(at(15)), now: at(15) })).toEqual({
      ok: true,
      value: true,
    })
    expect(await look(token, at(16))).toMatchObject({ state: 'open' })
  })

  test('goes on as long as somebody is at work, and a page that only asks for news is nobody', async () => {
    const token = await startShift(pool, await employ(pool, { now: START }), START)
    for (const minutes of [10, 20, 30]) {
      expect(await look(token, at(minutes))).toMatchObject({ state: 'open' })
    }
    for (const minutes of [35, 40, 44]) {
      expect(await look(token, at(minutes), false)).toMatchObject({ state: 'open' })
    }
    expect(await look(token, at(45), false)).toMatchObject({ state: 'locked' })
  })

  test('can be locked by hand', async () => {
    const token = await startShift(pool, await employ(pool, { now: START }), START)
    await lockStaff(pool, token, at(1))
    expect(await look(token, at(1))).toMatchObject({ state: 'locked' })
  })

  test('is over 12 hours after signing in, however busy', async () => {
    const member = await employ(pool, { now: START })
    const token = await startShift(pool, member, START)
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      expect(await look(token, at(minutes))).toMatchObject({ state: 'open' })
    }
    expect(await look(token, at(12 * 60))).toBeUndefined()
    const typed = member.code(at(12 * 60))
    expect(await unlockStaff(pool, { token, typed, now: at(12 * 60) })).toMatchObject({ reason: 'not-found' })
  })

  test('is over with signing out', async () => {
    const token = await startShift(pool, await employ(pool, { now: START }), START)
    await signOutStaff(pool, token, at(1))
    expect(await look(token, at(1))).toBeUndefined()
  })

  test('is worth nothing from the moment in which its person is disabled or loses a role', async () => {
    const member = await employ(pool, { now: START })
    const token = await startShift(pool, member, START)
    await pool.query('DELETE FROM staff_grant WHERE staff_id = $1', [member.id])
    expect(await look(token, at(1))).toMatchObject({ grants: [] })
    await pool.query('UPDATE staff SET disabled_at = $2 WHERE id = $1', [member.id, at(1)])
    expect(await look(token, at(1))).toBeUndefined()
  })

  test('its token stands nowhere in the database', async () => {
    const token = await startShift(pool, await employ(pool, { now: START }), START)
    expect(token).toMatch(/^[\w-]{43}$/)
    const { rows } = await pool.query("SELECT FROM staff_session WHERE encode(token_hash, 'escape') = $1", [
      token,
    ])
    expect(rows).toEqual([])
  })
})
