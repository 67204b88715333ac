import { beforeEach, describe, expect, test } from 'vitest'
import { anonymiseOldAppointments } from '#lib/booking/anonymise-old-appointments.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { lookUpAppointment } from '#lib/booking/look-up-appointment.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { dump, tablesWith } from './fixtures/dump.ts'
import { signedInForReal } from './fixtures/known.ts'
import { ADDRESS, forgetEverything, type Life, live, NIGHT, WORDS } from './fixtures/life.ts'
import { plantSlots, SLOT_DAY } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

const EVENING_BEFORE = instantAt(addDays(SLOT_DAY, 180), '23:59')

beforeEach(() => forgetEverything(pool))

describe('an appointment that is old', () => {
  test('leads to nobody any more, in no table; what is counted stays', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const old = await live(pool, slot)
    const plain = old.secrets.filter((word) => word === WORDS)
    expect(tablesWith(await dump(pool), plain)).toEqual(['appointment'])
    expect(tablesWith(await dump(pool), old.secrets)).toEqual([
      'appointment',
      'contact',
      'demo_letter',
      'no_show',
      'outbox_message',
      'party',
      'person',
      'waiting_entry',
      'waiting_party',
    ])
    expect(await anonymiseOldAppointments(pool, NIGHT)).toBe(1)
    const after = await dump(pool)
    expect(tablesWith(after, old.secrets)).toEqual([])
    for (const table of [
      'person',
      'person_session',
      'write_result',
      'demo_letter',
      'waiting_entry',
      'waiting_wish',
    ]) {
      expect(after.get(table), table).toEqual([])
    }
    const { rows } = await pool.query(
      `SELECT a.status, a.service, a.slot_id AS slot, a.anonymised_at, a.end_reason, count(p)::int AS people
       FROM appointment a JOIN party p ON p.appointment_id = a.id GROUP BY a.id`,
    )
    expect(rows).toEqual([
      { status: 'no-show', service: 'MARRIAGE', slot, anonymised_at: NIGHT, end_reason: null, people: 2 },
    ])
    const record = await pool.query(
      `SELECT actor_kind, subject_id FROM audit_entry WHERE act = 'appointment-anonymised'`,
    )
    expect(record.rows).toEqual([{ actor_kind: 'system', subject_id: old.id }])
    await expectLedgerBalanced(pool)
  })

  test('is nobody’s: not found by its code, by its number, nor in anybody’s list', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const { code, first } = await live(pool, slot)
    await anonymiseOldAppointments(pool, NIGHT)
    const lastFour = first.party.documentNumber.slice(-4)
    expect(await lookUpAppointment(pool, { code, lastFour, now: NIGHT })).toMatchObject({
      reason: 'not-found',
    })
    expect(await getAppointment(pool, code, first.actor, NIGHT)).toMatchObject({ reason: 'not-found' })
    expect(await listOwnAppointments(pool, first.actor, NIGHT)).toEqual([])
  })

  test('is done once: the next night changes nothing', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    await live(pool, slot)
    await anonymiseOldAppointments(pool, NIGHT)
    const after = await dump(pool)
    expect(await anonymiseOldAppointments(pool, new Date(NIGHT.getTime() + 86_400_000))).toBe(0)
    expect(await dump(pool)).toEqual(after)
  })
})

describe('an appointment that is not old enough', () => {
  test('is untouched to the byte, until the night on which it is', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    await live(pool, slot)
    // Receipts have a shorter life of their own.
    await pool.query('DELETE FROM write_result')
    const before = await dump(pool)
    const later = [...before].filter(([name]) => !OWN_TERM.has(name))
    expect(await anonymiseOldAppointments(pool, EVENING_BEFORE)).toBe(0)
    const after = await dump(pool)
    expect([...after].filter(([name]) => !OWN_TERM.has(name))).toEqual(later)
  })

  test('stays while its neighbours go', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const [otherSlot] = await plantSlots(pool, { capacity: 4 })
    const [old, young] = [await live(pool, slot), await live(pool, otherSlot, addDays(SLOT_DAY, 1))]
    await anonymiseOldAppointments(pool, NIGHT)
    const tables = await dump(pool)
    const ownOf = ({ secrets }: Life) => secrets.filter((word) => word !== WORDS && word !== ADDRESS)
    expect(tablesWith(tables, ownOf(young))).toEqual([
      'contact',
      'no_show',
      'outbox_message',
      'party',
      'person',
    ])
    expect(tablesWith(tables, ownOf(old))).toEqual([])
  })

  test('counts from its end when that came later', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const { id } = await live(pool, slot)
    await pool.query('UPDATE appointment SET ended_at = $2 WHERE id = $1', [id, EVENING_BEFORE])
    expect(await anonymiseOldAppointments(pool, NIGHT)).toBe(0)
    expect(await anonymiseOldAppointments(pool, new Date(NIGHT.getTime() + 180 * 86_400_000))).toBe(1)
  })

  test('follows the setting', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    await live(pool, slot)
    const night = instantAt(addDays(SLOT_DAY, 8), '02:15')
    expect(await anonymiseOldAppointments(pool, night, { retentionDays: 8 })).toBe(0)
    expect(await anonymiseOldAppointments(pool, night, { retentionDays: 7 })).toBe(1)
  })

  test('keeps its person while anything of hers is left', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const { first } = await live(pool, slot)
    await signedInForReal(first, new Date(NIGHT.getTime() - 86_400_000))
    await anonymiseOldAppointments(pool, NIGHT)
    const { rows } = await pool.query('SELECT id FROM person')
    expect(rows).toHaveLength(1)
    const contacts = await pool.query('SELECT FROM contact')
    expect(contacts.rowCount).toBe(1)
  })
})

test('receipts are kept 30 days, so that a repeated request is still the same one', async () => {
  const [slot] = await plantSlots(pool, { capacity: 4 })
  await live(pool, slot)
  const countOn = async (day: CalendarDate) => {
    await anonymiseOldAppointments(pool, instantAt(day, '02:15'))
    return (await pool.query('SELECT FROM write_result')).rowCount
  }
  const day = '2026-11-22' as CalendarDate
  expect(await countOn(addDays(day, 30))).toBe(2)
  expect(await countOn(addDays(day, 31))).toBe(0)
})

// What is not counted from the appointment's day.
const OWN_TERM: ReadonlySet<string> = new Set([
  'write_result',
  'demo_letter',
  'outbox_message',
  'webhook_delivery',
  'waiting_entry',
  'waiting_party',
  'waiting_wish',
  'person_session',
])
