import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listTrail } from '#lib/audit/list-trail.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { checkInAtKiosk } from '#lib/desk/check-in-at-kiosk.ts'
import { findNumber } from '#lib/desk/find-number.ts'
import { findOwnNumber } from '#lib/desk/find-own-number.ts'
import { listKioskServices } from '#lib/desk/list-kiosk-services.ts'
import { signNumber } from '#lib/desk/sign-number.ts'
import { takeNumberAtKiosk } from '#lib/desk/take-number-at-kiosk.ts'
import type { Device } from '#lib/domain/device.ts'
import { lastFourOf } from '#lib/domain/masking.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import type { SignedIn } from '../booking/fixtures/couples.ts'
import { agreed, awaiting, type Desk, plantDesk, TOMORROW, todayAt } from './fixtures/desk.ts'
import { eventsOf } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()

const kioskOf = ({ officeId }: Desk, kind: Device['kind'] = 'kiosk'): Device => ({
  ...{ id: randomUUID(), officeId, kind, name: '门口', window: null },
})

const endOf = ({ party }: SignedIn) => lastFourOf(party.documentNumber)

async function opened() {
  const desk = await plantDesk(pool)
  const couple = await agreed(pool, desk)
  const device = kioskOf(desk)
  const report = (shown: string, lastFour: string, time = '09:50', at = device) =>
    checkInAtKiosk(pool, { device: at, shown, lastFour, now: todayAt(time) })
  return { desk, ...couple, device, report }
}

describe('checking in at the kiosk', () => {
  test('counts each of the two by their own number; with both here they are called', async () => {
    const { desk, code, first, second, device, report } = await opened()
    const one = accepted(await report(code, endOf(second)))
    expect(one).toMatchObject({ here: [2], ticket: { present: 1, expected: 2 } })
    const call = { actor: desk.clerk, officeId: desk.officeId, window: '1', now: todayAt('10:00') }
    expect(await callNext(pool, call)).toEqual({ ok: true, value: undefined })
    const both = accepted(await report(code.toLowerCase(), endOf(first), '09:55'))
    expect(both).toMatchObject({ here: [1, 2], ticket: { id: one.ticket.id, present: 2 } })
    expect(accepted(await callNext(pool, call))).toMatchObject({ id: one.ticket.id })
    expect(await eventsOf(pool, one.ticket.id)).toEqual(['arrive waiting', 'arrive waiting', 'call called 1'])
    const { rows } = await pool.query(
      `SELECT actor_kind, actor_id, detail FROM audit_entry WHERE act = 'arrival-recorded' AND actor_id = $1`,
      [device.id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ actor_kind: 'device' })
    const { rows: ids } = await pool.query('SELECT id FROM appointment WHERE code = $1', [code])
    const trail = await listTrail(pool, {
      ...{ subjectIds: [ids[0].id], viewerId: randomUUID(), viewerIndex: Buffer.alloc(32), limit: 50 },
    })
    expect(trail.find(({ act }) => act === 'arrival-recorded')).toMatchObject({ who: 'device' })
  })

  test('the same person once more counts once', async () => {
    const { code, first, report } = await opened()
    accepted(await report(code, endOf(first)))
    expect(await report(code, endOf(first))).toMatchObject({
      ...{ ok: false, errors: [{ reason: 'already-here' }], current: { present: 1 } },
    })
  })

  test('says nothing to who knows only the code, and after five tries to nobody', async () => {
    const { code, first, report } = await opened()
    for (const lastFour of ['0000', '', '00000', '9X9X'])
      expect(await report(code, lastFour)).toEqual({ ok: false, reason: 'not-found' })
    expect(await report('0000000000', endOf(first))).toEqual({ ok: false, reason: 'not-found' })
    expect(await report(code, '1111')).toEqual({ ok: false, reason: 'not-found' })
    expect(await report(code, endOf(first))).toEqual({ ok: false, reason: 'rate-limited' })
    const { rows } = await pool.query(
      'SELECT FROM ticket t JOIN appointment a ON a.id = t.appointment_id WHERE a.code = $1',
      [code],
    )
    expect(rows).toEqual([])
  })

  test('whoever is right does not use up the tries of the kiosk', async () => {
    const { code, first, second, report } = await opened()
    accepted(await report(code, endOf(first)))
    for (let again = 0; again < 8; again += 1) await report(code, endOf(first))
    accepted(await report(code, endOf(second)))
  })

  test('at another office leads there, on another day or too early says when, and records nothing', async () => {
    const { desk, code, first, report } = await opened()
    const elsewhere = kioskOf(await plantDesk(pool))
    expect(await report(code, endOf(first), '09:50', elsewhere)).toMatchObject({
      ...{
        ok: false,
        judgement: { verdict: 'wrong-office', step: { do: 'go-to', officeId: desk.officeId } },
      },
    })
    expect(await report(code, endOf(first), '08:00')).toMatchObject({ judgement: { verdict: 'too-early' } })
    const next = await agreed(pool, desk, { day: TOMORROW })
    expect(await report(next.code, endOf(next.first))).toMatchObject({ judgement: { verdict: 'wrong-day' } })
    const open = await awaiting(pool, desk, { time: '10:15' })
    expect(await report(open.code, endOf(open.first))).toMatchObject({ judgement: { verdict: 'cancelled' } })
    const { rows } = await pool.query('SELECT FROM ticket WHERE office_id IN ($1, $2)', [
      ...[desk.officeId, elsewhere.officeId],
    ])
    expect(rows).toEqual([])
  })

  test('is no matter for a display', async () => {
    const { desk, code, first, report } = await opened()
    const display = kioskOf(desk, 'display')
    expect(await report(code, endOf(first), '09:50', display)).toMatchObject({ reason: 'not-allowed' })
    const wish = { device: display, service: 'MARRIAGE', locale: 'en', now: todayAt('09:00') } as const
    expect(await takeNumberAtKiosk(pool, wish)).toMatchObject({ reason: 'not-allowed' })
  })
})

describe('a number from the kiosk', () => {
  test('stands behind those with an appointment, and is on the record as the kiosk’s', async () => {
    const { desk, code, first, second, device, report } = await opened()
    const wish = { device, service: 'MARRIAGE', locale: 'en', now: todayAt('09:00') } as const
    const walkIn = accepted(await takeNumberAtKiosk(pool, wish))
    expect(walkIn).toMatchObject({ letter: 'A', present: 2, expected: 2, locale: 'en', staffId: undefined })
    accepted(await report(code, endOf(first)))
    const { ticket } = accepted(await report(code, endOf(second)))
    const call = { actor: desk.clerk, officeId: desk.officeId, window: '1', now: todayAt('10:00') }
    expect(accepted(await callNext(pool, call))).toMatchObject({ id: ticket.id })
  })

  test('is given only for what a hall may see, and where a window does it', async () => {
    const { desk, device } = await opened()
    expect(await listKioskServices(pool, device)).toEqual(['MARRIAGE', 'REISSUE_MARRIAGE', 'COUNSELLING'])
    const take = (service: 'MARRIAGE' | 'DIVORCE_APPLICATION') =>
      takeNumberAtKiosk(pool, { device, service, locale: 'zh-CN', now: todayAt('09:00') })
    expect(await take('DIVORCE_APPLICATION')).toMatchObject({ reason: 'not-allowed' })
    await pool.query('UPDATE desk_window SET open = false WHERE office_id = $1', [desk.officeId])
    expect(await listKioskServices(pool, device)).toEqual([])
    expect(await take('MARRIAGE')).toMatchObject({ errors: [{ reason: 'no-window-for-service' }] })
  })

  test('is not given without end', async () => {
    const { device } = await opened()
    const wish = { device, service: 'COUNSELLING', locale: 'zh-CN', now: todayAt('09:00') } as const
    const all = await Promise.all(Array.from({ length: 25 }, () => takeNumberAtKiosk(pool, wish)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(20)
    expect(all.filter((one) => !one.ok && one.reason === 'rate-limited')).toHaveLength(5)
  })

  test('is followed by its signed link, on its day alone', async () => {
    const { code, first, report, device } = await opened()
    const { ticket } = accepted(await report(code, endOf(first)))
    const token = signNumber(ticket.id)
    expect(await findNumber(pool, token, todayAt('12:00'))).toMatchObject({ id: ticket.id })
    expect(await findNumber(pool, token, new Date(`${TOMORROW}T09:00:00+08:00`))).toBeUndefined()
    const forged = signNumber(randomUUID()).slice(0, 22) + token.slice(22)
    for (const wrong of [forged, `${token}x`, token.slice(1), 'x', ''])
      expect(await findNumber(pool, wrong, todayAt('12:00'))).toBeUndefined()
    const { rows } = await pool.query('SELECT id FROM appointment WHERE code = $1', [code])
    const own = { appointmentId: rows[0].id, now: todayAt('12:00') }
    expect(await findOwnNumber(pool, own)).toBe(token)
    expect(token).not.toContain(code)
    expect(device.officeId).toBe(ticket.officeId)
  })
})
