import { describe, expect, test } from 'vitest'
import { endDevice } from '#lib/desk/end-device.ts'
import { findDevice } from '#lib/desk/find-device.ts'
import { findDeviceLink } from '#lib/desk/find-device-link.ts'
import { findTabletVisit } from '#lib/desk/find-tablet-visit.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { listDevices } from '#lib/desk/list-devices.ts'
import { makeDevice } from '#lib/desk/make-device.ts'
import { pairDevice } from '#lib/desk/pair-device.ts'
import { rateAtTablet } from '#lib/desk/rate-at-tablet.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, staffOf, todayAt } from './fixtures/desk.ts'
import { called, step, walkIn } from './fixtures/queue.ts'

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

describe('a tablet at a window', () => {
  async function tablet(desk: Desk, window = '1') {
    const actor = staffOf(desk.officeId, 'office-manager')
    const wish = {
      actor,
      officeId: desk.officeId,
      kind: 'tablet',
      name: '窗口',
      now: todayAt('08:00'),
    } as const
    const { token } = accepted(await makeDevice(pool, { ...wish, window }))
    return accepted(await pairDevice(pool, { token, now: todayAt('08:10') })).device
  }

  async function finished(desk: Desk, time = '10:20') {
    const ticket = await called(pool, desk, await walkIn(pool, desk, { service: 'DIVORCE_APPLICATION' }))
    const wish = {
      ...step(desk, ticket, time),
      outcome: 'not-accepted',
      rejection: 'papers-missing',
    } as const
    return accepted(await finishTicket(pool, wish))
  }

  const say = { words: '很快', locale: 'zh-CN' } as const

  test('stands at a window that there is', async () => {
    const { manager: actor, officeId } = await made()
    const wish = { actor, officeId, kind: 'tablet', name: '平板', now: todayAt('09:00') } as const
    for (const window of [undefined, '', '99'])
      expect(await makeDevice(pool, { ...wish, window })).toMatchObject({ errors: [{ path: 'window' }] })
    accepted(await makeDevice(pool, { ...wish, window: '2' }))
    accepted(await makeDevice(pool, { ...wish, kind: 'display', window: '2' }))
    const listed = accepted(await listDevices(pool, { actor, officeId }))
    expect(listed.map(({ kind, window }) => [kind, window])).toEqual(
      expect.arrayContaining([
        ['tablet', '2'],
        ['display', null],
      ]),
    )
  })

  test('asks about the visit just finished there, by its number alone, and takes one answer', async () => {
    const desk = await plantDesk(pool)
    const [device, other] = [await tablet(desk), await tablet(desk, '2')]
    const seen = (of = device, time = '10:21') => findTabletVisit(pool, { device: of, now: todayAt(time) })
    expect(await seen()).toEqual({ visit: undefined, isBusy: false })
    const ticket = await finished(desk)
    expect(await seen()).toEqual({
      visit: { id: ticket.id, number: 'B001', locale: 'zh-CN' },
      isBusy: false,
    })
    expect((await seen(other)).visit).toBeUndefined()
    expect((await seen(device, '10:31')).visit).toBeUndefined()
    const wish = { visitId: ticket.id, level: 4, ...say, now: todayAt('10:22') }
    expect(await rateAtTablet(pool, { ...wish, device: other })).toMatchObject({ reason: 'not-found' })
    expect(await rateAtTablet(pool, { ...wish, device, level: 0 })).toMatchObject({ reason: 'invalid-input' })
    const presses = await Promise.all(
      [5, 4, 3].map((level) => rateAtTablet(pool, { ...wish, device, level })),
    )
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await seen()).visit).toBeUndefined()
  })

  test('asks no longer once the next couple is called, and never takes the answer of one for another', async () => {
    const desk = await plantDesk(pool)
    const device = await tablet(desk)
    const first = await finished(desk)
    const next = await called(pool, desk, await walkIn(pool, desk), '10:22')
    const state = await findTabletVisit(pool, { device, now: todayAt('10:23') })
    expect(state).toEqual({ visit: undefined, isBusy: true })
    const wish = { device, level: 1, ...say }
    const late = { ...wish, visitId: first.id, now: todayAt('10:23') }
    expect(await rateAtTablet(pool, late)).toMatchObject({ reason: 'not-found' })
    accepted(await finishTicket(pool, { ...step(desk, next, '10:26'), outcome: 'registered' }))
    expect(await rateAtTablet(pool, { ...late, now: todayAt('10:27') })).toMatchObject({
      reason: 'not-found',
    })
    accepted(await rateAtTablet(pool, { ...wish, visitId: next.id, now: todayAt('10:27') }))
  })
})
