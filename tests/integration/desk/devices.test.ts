import { describe, expect, test } from 'vitest'
import { endDevice } from '#lib/desk/end-device.ts'
import { findDevice } from '#lib/desk/find-device.ts'
import { findDeviceLink } from '#lib/desk/find-device-link.ts'
import { listDevices } from '#lib/desk/list-devices.ts'
import { makeDevice } from '#lib/desk/make-device.ts'
import { pairDevice } from '#lib/desk/pair-device.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { plantDesk, staffOf, todayAt } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()

async function made(now = todayAt('08:00')) {
  const desk = await plantDesk(pool)
  const manager = staffOf(desk.officeId, 'office-manager')
  const wish = { actor: manager, officeId: desk.officeId, kind: 'kiosk', name: '门口', now } as const
  return { ...desk, manager, ...accepted(await makeDevice(pool, wish)) }
}

describe('a screen of the hall', () => {
  test('is paired once, by whoever opens its link first, and known by another token from then on', async () => {
    const { id, officeId, token } = await made()
    const now = todayAt('08:10')
    expect(await findDeviceLink(pool, token, now)).toMatchObject({ id, kind: 'kiosk' })
    const both = await Promise.all([pairDevice(pool, { token, now }), pairDevice(pool, { token, now })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const own = both.flatMap((one) => (one.ok ? [one.value.token] : []))[0] ?? ''
    expect(own).not.toBe(token)
    expect(await findDevice(pool, own, now)).toMatchObject({ id, officeId, name: '门口' })
    expect(await findDevice(pool, token, now)).toBeUndefined()
    expect(await findDeviceLink(pool, token, now)).toBeUndefined()
    expect(await pairDevice(pool, { token: own, now })).toMatchObject({ ok: false })
    const { rows } = await pool.query('SELECT token_hash FROM device WHERE id = $1', [id])
    expect(rows[0].token_hash.toString('base64url')).not.toBe(own)
  })

  test('is none before it is paired, a day later, or once it was ended', async () => {
    const { id, token, manager, officeId } = await made()
    expect(await findDevice(pool, token, todayAt('08:01'))).toBeUndefined()
    const late = new Date(todayAt('08:00').getTime() + 25 * 60 * 60 * 1000)
    expect(await pairDevice(pool, { token, now: late })).toMatchObject({ ok: false })
    const now = todayAt('09:00')
    const { token: own } = accepted(await pairDevice(pool, { token, now }))
    expect(accepted(await listDevices(pool, { actor: manager, officeId }))).toHaveLength(1)
    accepted(await endDevice(pool, { actor: manager, deviceId: id, now }))
    expect(await findDevice(pool, own, now)).toBeUndefined()
    expect(accepted(await listDevices(pool, { actor: manager, officeId }))).toEqual([])
    const { rows } = await pool.query(
      `SELECT actor_kind || ' ' || act AS entry FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
      [id],
    )
    expect(rows.map(({ entry }) => entry)).toEqual([
      'staff device-made',
      'device device-paired',
      'staff device-ended',
    ])
  })

  test('is made and ended by the manager of that office alone', async () => {
    const { id, officeId, clerk } = await made()
    const other = staffOf((await plantDesk(pool)).officeId, 'office-manager')
    const now = todayAt('09:00')
    for (const actor of [clerk, other]) {
      const refused = { ok: false, errors: [{ reason: 'not-in-role' }] }
      const wish = { actor, officeId, kind: 'kiosk', name: '门口', now } as const
      expect(await makeDevice(pool, wish)).toMatchObject(refused)
      expect(await endDevice(pool, { actor, deviceId: id, now })).toMatchObject(refused)
      expect(await listDevices(pool, { actor, officeId })).toMatchObject(refused)
    }
  })

  test('needs a name', async () => {
    const { manager: actor, officeId } = await made()
    const wish = { actor, officeId, kind: 'display', name: '  ', now: todayAt('09:00') } as const
    expect(await makeDevice(pool, wish)).toMatchObject({ ok: false, errors: [{ path: 'name' }] })
  })
})
