import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findEnders } from '#lib/booking/find-enders.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { listAppointmentTrail } from '#lib/booking/list-appointment-trail.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { lookUpAppointment } from '#lib/booking/look-up-appointment.ts'
import { mintActor } from '#lib/domain/actor.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, type Booked, cancel, confirm, decline } from './fixtures/booked.ts'
import { bookingOf, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { channelActor, signedInForReal } from './fixtures/known.ts'
import { minutesLater, NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const CHANNEL = randomUUID()
await pool.query(
  `INSERT INTO channel (id, name, scopes, rate_per_minute, active, created_at)
   VALUES ($1, '安心小程序', '{read,book}', 100, true, now())`,
  [CHANNEL],
)
const [slot] = await plantSlots(pool, { capacity: 100 })

async function book(): Promise<Booked> {
  const { first, second } = couple()
  const each = { first: await signedInForReal(first), second: await signedInForReal(second) }
  const { code, partnerCode = '' } = accepted(await bookAppointment(pool, bookingOf(each, slot)))
  return { ...each, code, partnerCode }
}

async function trailFor({ actor }: SignedIn, { code }: Pick<Booked, 'code'>, now = minutesLater(60)) {
  const trail = accepted(await listAppointmentTrail(pool, { actor, code, now }))
  return trail.map(({ who, act, name }) => [who, act, ...(name ? [name] : [])].join(' ')).reverse()
}

describe('who did what of an appointment', () => {
  test('is told to each of the two as they see it', async () => {
    const booked = await book()
    accepted(await confirm(pool, booked, booked.second, { now: minutesLater(1) }))
    accepted(await cancel(pool, booked, booked.second, { now: minutesLater(2) }))
    expect(await trailFor(booked.first, booked)).toEqual([
      'you appointment-booked',
      'other appointment-confirmed',
      'other appointment-cancelled',
    ])
    expect(await trailFor(booked.second, booked)).toEqual([
      'other appointment-booked',
      'you appointment-confirmed',
      'you appointment-cancelled',
    ])
  })

  test('is recognised also from another sign-in of the same person', async () => {
    const booked = await book()
    const again = await signedInForReal(booked.first)
    expect(await trailFor(again, booked)).toEqual(['you appointment-booked'])
  })

  test('is nobody else’s business: strangers and channels hear the same as for no such code', async () => {
    const booked = await book()
    const theChannel = mintActor({
      kind: 'channel',
      id: CHANNEL,
      scopes: ['read', 'book'],
      onBehalfOf: booked.first.party,
    })
    for (const actor of [somebody().actor, channelActor(CHANNEL), theChannel]) {
      expect(await listAppointmentTrail(pool, { actor, code: booked.code, now: NOW })).toEqual({
        ok: false,
        reason: 'not-found',
      })
    }
    const unknown = { actor: booked.first.actor, code: '0000000000', now: NOW }
    expect(await listAppointmentTrail(pool, unknown)).toEqual({ ok: false, reason: 'not-found' })
  })

  test('knows whose answer came by a link, and for whom a channel spoke', async () => {
    const booked = await book()
    const put = (kind: string, actor: string | null, act: string, by: number) =>
      pool.query(
        `INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, detail)
         SELECT $1, $2, $3, $4, 'appointment', id::text, jsonb_build_object('by', $5::int) FROM appointment WHERE code = $6`,
        [minutesLater(3), kind, actor, act, by, booked.code],
      )
    await put('person', null, 'coming-said', 2)
    await put('channel', CHANNEL, 'appointment-cancelled', 1)
    const [channel, link] = accepted(
      await listAppointmentTrail(pool, {
        actor: booked.first.actor,
        code: booked.code,
        now: minutesLater(4),
      }),
    )
    expect(link).toMatchObject({ who: 'other', act: 'coming-said' })
    expect(channel).toMatchObject({ who: 'channel', name: '安心小程序', forWhom: 'you' })
    expect((await trailFor(booked.second, booked)).slice(1)).toEqual([
      'you coming-said',
      'channel appointment-cancelled 安心小程序',
    ])
  })

  test('names the system where nobody acted', async () => {
    const booked = await book()
    expect(await trailFor(booked.first, booked, minutesLater(25 * 60))).toEqual([
      'you appointment-booked',
      'system appointment-expired',
    ])
  })

  test('calls a clerk the office and hides what one of the two asks of the desk from the other', async () => {
    const booked = await book()
    const { rows } = await pool.query('SELECT id FROM appointment WHERE code = $1', [booked.code])
    const put = (kind: string, actor: string, act: string) =>
      pool.query(
        `INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id)
         VALUES ($1, $2, $3, $4, 'appointment', $5)`,
        [minutesLater(3), kind, actor, act, rows[0].id],
      )
    await put('person', booked.second.actor.id, 'care-changed')
    await put('staff', 'clerk-7', 'care-read')
    await pool.query(`UPDATE party SET care = '\\x01' WHERE appointment_id = $1 AND role = 2`, [rows[0].id])
    expect(await trailFor(booked.first, booked)).toEqual(['you appointment-booked'])
    expect(await trailFor(booked.second, booked)).toEqual([
      'other appointment-booked',
      'you care-changed',
      'staff care-read',
    ])
    const raw = accepted(
      await listAppointmentTrail(pool, { actor: booked.second.actor, code: booked.code, now: NOW }),
    )
    expect(JSON.stringify(raw)).not.toContain('clerk-7')
  })
})

describe('who has looked', () => {
  test('a channel once an hour, by its name, however often and at the same moment', async () => {
    const each = couple()
    const first = await signedInForReal(each.first)
    const speaking = mintActor({
      kind: 'channel',
      id: CHANNEL,
      scopes: ['read', 'book'],
      onBehalfOf: first.party,
    })
    const booking = { ...bookingOf({ first, second: each.second }, slot), actor: speaking }
    const { code } = accepted(await bookAppointment(pool, booking))
    const look = (now: Date) => getAppointment(pool, code, channelActor(CHANNEL), now)
    await Promise.all(Array.from({ length: 20 }, () => look(minutesLater(1))))
    await look(minutesLater(59))
    expect(await trailFor(first, { code })).toEqual([
      'channel appointment-booked 安心小程序',
      'channel appointment-viewed 安心小程序',
    ])
    accepted(await look(minutesLater(121)))
    expect(await trailFor(first, { code }, minutesLater(122))).toHaveLength(3)
  })

  test('not the two themselves', async () => {
    const booked = await book()
    accepted(await getAppointment(pool, booked.code, booked.second.actor, NOW))
    accepted(await lookUp(booked, booked.first, booked.second))
    expect(await trailFor(booked.first, booked)).toEqual(['you appointment-booked'])
  })

  test('whoever knows code and document, signed in or not; a wrong number is no look', async () => {
    const booked = await book()
    const stranger = await signedInForReal(somebody())
    accepted(await lookUp(booked, booked.first))
    accepted(await lookUp(booked, booked.first, stranger))
    const wish = { code: booked.code, lastFour: '000A', now: NOW }
    expect(await lookUpAppointment(pool, wish)).toMatchObject({ ok: false })
    expect((await trailFor(booked.second, booked)).sort()).toEqual([
      'other appointment-booked',
      'somebody appointment-looked-up',
      'stranger appointment-looked-up',
    ])
  })
})

test('the list of one’s own says who has ended what', async () => {
  const [cancelled, declined] = [await book(), await book()]
  accepted(await cancel(pool, cancelled, cancelled.first))
  accepted(await decline(pool, declined, declined.second))
  const endedBy = async ({ actor }: SignedIn) => {
    const own = await listOwnAppointments(pool, actor, NOW)
    return [...(await findEnders(pool, actor, own)).values()].map(({ who, act }) => `${who} ${act}`)
  }
  expect(await endedBy(cancelled.first)).toEqual(['you appointment-cancelled'])
  expect(await endedBy(cancelled.second)).toEqual(['other appointment-cancelled'])
  expect(await endedBy(declined.first)).toEqual(['other appointment-declined'])
  expect(await endedBy(declined.second)).toEqual(['you appointment-declined'])
})

function lookUp({ code }: Booked, { party }: SignedIn, by?: SignedIn) {
  const lastFour = party.documentNumber.slice(-4)
  return lookUpAppointment(pool, { code, lastFour, by: by?.actor, now: NOW })
}
