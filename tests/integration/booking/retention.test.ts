import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { anonymiseOldAppointments } from '#lib/booking/anonymise-old-appointments.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { lookUpAppointment } from '#lib/booking/look-up-appointment.ts'
import { requestCorrection } from '#lib/booking/request-correction.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { sealContact } from '#lib/identity/seal-contact.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted, type Booked, confirm } from './fixtures/booked.ts'
import { bookingOf, couple, type SignedIn } from './fixtures/couples.ts'
import { dump, tablesWith } from './fixtures/dump.ts'
import { signedInForReal } from './fixtures/known.ts'
import { NOW, plantSlots, SLOT_DAY } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

/** The night on which an appointment of SLOT_DAY is first old enough: 180 whole days lie between. */
const NIGHT = instantAt(addDays(SLOT_DAY, 181), '02:15')
const EVENING_BEFORE = instantAt(addDays(SLOT_DAY, 180), '23:59')
const WORDS = '家里有事不能来'
const ADDRESS = 'somebody-of-ours@mail.example'

interface Life extends Booked {
  readonly id: string
  /** What only the two know, and the bytes under which it lies in the database. */
  readonly secrets: readonly string[]
}

const indexOf = ({ party }: SignedIn) => indexPerson(party.documentType, party.documentNumber)

/** A couple whose appointment left something in every table that can hold something. */
async function live(slot: number, day: CalendarDate = SLOT_DAY): Promise<Life> {
  const each = couple()
  const first = await signedInForReal(each.first)
  const second = await signedInForReal(each.second)
  const {
    id,
    code,
    partnerCode = '',
  } = accepted(await bookAppointment(pool, bookingOf({ first, second }, slot)))
  const booked = { first, second, code, partnerCode }
  accepted(await confirm(pool, booked, second))
  accepted(await requestCorrection(pool, { actor: first.actor, code, text: WORDS, now: NOW }))
  await pool.query('UPDATE slot SET date = $2 WHERE id = $1', [slot, day])
  await pool.query(`UPDATE appointment SET status = 'no-show', end_reason = $2 WHERE id = $1`, [id, WORDS])
  const care = sealJson(`care ${id} 1`, { separate: true, note: WORDS })
  await pool.query('UPDATE party SET care = $2 WHERE appointment_id = $1 AND role = 1', [id, care])
  const letter = sealJson('letter', { to: ADDRESS })
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE outbox_message SET sealed = $2 WHERE appointment_id = $1 RETURNING id`,
    [id, letter],
  )
  for (const message of rows) {
    await pool.query(`INSERT INTO demo_letter (id, medium, sealed, created_at) VALUES ($1, 'sms', $2, $3)`, [
      message.id,
      letter,
      NOW,
    ])
  }
  await pool.query(
    `INSERT INTO outbox_message (role, event, locale, due_at, sealed) VALUES (1, 'code', 'zh-CN', $1, $2)`,
    [NOW, letter],
  )
  await pool.query(
    `INSERT INTO no_show (appointment_id, role, person_index, service, date, recorded_at) VALUES ($1, 1, $2, 'MARRIAGE', $3, $4)`,
    [id, indexOf(first), day, NOW],
  )
  const contact = sealContact(indexOf(first), {
    medium: 'email',
    address: ADDRESS,
    quietFrom: '21:00',
    quietUntil: '08:00',
  })
  await pool.query('INSERT INTO contact (person_index, sealed, updated_at) VALUES ($1, $2, $3)', [
    indexOf(first),
    contact,
    NOW,
  ])
  await pool.query(
    `INSERT INTO webhook_delivery (id, channel_id, appointment_id, event, status, slot_id, at, next_try_at)
     VALUES ($1, $1, $2, 'confirmed', 'confirmed', $3, $4, $4)`,
    [randomUUID(), id, slot, NOW],
  )
  const wait = await joinWaitingList(first)
  const { rows: parties } = await pool.query<{ sealed: Buffer }>(
    'SELECT sealed FROM party WHERE appointment_id = $1',
    [id],
  )
  const bytes = [
    care,
    letter,
    contact,
    wait,
    ...parties.map(({ sealed }) => sealed),
    indexOf(first),
    indexOf(second),
  ]
  const people = [first, second].flatMap(({ party }) => [party.name, party.documentNumber, party.phone])
  return { ...booked, id, secrets: [WORDS, ADDRESS, ...people, ...bytes.map((one) => one.toString('hex'))] }
}

async function joinWaitingList(person: SignedIn): Promise<Buffer> {
  const entry = randomUUID()
  const sealed = sealJson('waiting', { name: person.party.name })
  await pool.query(
    `INSERT INTO waiting_entry (id, service, status, person_id, locale, sealed, leave_hash, created_at, ended_at)
     VALUES ($1, 'CEREMONY', 'left', $2, 'zh-CN', $3, $4, $5, $5)`,
    [entry, person.actor.id, sealed, Buffer.from(entry), NOW],
  )
  await pool.query(
    `INSERT INTO waiting_party (entry_id, role, service, person_index, active) VALUES ($1, 1, 'CEREMONY', $2, false)`,
    [entry, indexOf(person)],
  )
  await pool.query(
    `INSERT INTO waiting_wish (entry_id, position, office_id, "from", "until") VALUES ($1, 1, 'guangming', $2, $2)`,
    [entry, SLOT_DAY],
  )
  await pool.query(
    `INSERT INTO outbox_message (entry_id, role, event, locale, due_at, sealed) VALUES ($1, 1, 'offer', 'zh-CN', $2, $3)`,
    [entry, NOW, sealed],
  )
  return sealed
}

beforeEach(async () => {
  await pool.query(
    `TRUNCATE appointment, party, slot, slot_hold, no_show, correction_request, outbox_message, demo_letter, write_result,
     waiting_entry, waiting_party, waiting_wish, webhook_delivery, contact, person, person_session, audit_entry CASCADE`,
  )
})

describe('an appointment that is old', () => {
  test('leads to nobody any more, in no table; what is counted stays', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const old = await live(slot)
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
    const { code, first } = await live(slot)
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
    await live(slot)
    await anonymiseOldAppointments(pool, NIGHT)
    const after = await dump(pool)
    expect(await anonymiseOldAppointments(pool, new Date(NIGHT.getTime() + 86_400_000))).toBe(0)
    expect(await dump(pool)).toEqual(after)
  })
})

describe('an appointment that is not old enough', () => {
  test('is untouched to the byte, until the night on which it is', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    await live(slot)
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
    const [old, young] = [await live(slot), await live(otherSlot, addDays(SLOT_DAY, 1))]
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
    const { id } = await live(slot)
    await pool.query('UPDATE appointment SET ended_at = $2 WHERE id = $1', [id, EVENING_BEFORE])
    expect(await anonymiseOldAppointments(pool, NIGHT)).toBe(0)
    expect(await anonymiseOldAppointments(pool, new Date(NIGHT.getTime() + 180 * 86_400_000))).toBe(1)
  })

  test('follows the setting', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    await live(slot)
    const night = instantAt(addDays(SLOT_DAY, 8), '02:15')
    expect(await anonymiseOldAppointments(pool, night, { retentionDays: 8 })).toBe(0)
    expect(await anonymiseOldAppointments(pool, night, { retentionDays: 7 })).toBe(1)
  })

  test('keeps its person while anything of hers is left', async () => {
    const [slot] = await plantSlots(pool, { capacity: 4 })
    const { first } = await live(slot)
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
  await live(slot)
  const countOn = async (day: CalendarDate) => {
    await anonymiseOldAppointments(pool, instantAt(day, '02:15'))
    return (await pool.query('SELECT FROM write_result')).rowCount
  }
  const day = '2026-11-22' as CalendarDate
  expect(await countOn(addDays(day, 30))).toBe(2)
  expect(await countOn(addDays(day, 31))).toBe(0)
})

test('killed at any step, the next night brings it to the same end; a thousand appointments go in batches', async () => {
  const [slot] = await plantSlots(pool, { capacity: 2000 })
  const { secrets } = await live(slot)
  await pool.query(
    `INSERT INTO appointment (id, code, office_id, slot_id, service, status, pool, created_at)
     SELECT gen_random_uuid(), lpad(n::text, 10, '0'), 'office', $1, 'MARRIAGE', 'attended', 'public', $2 FROM generate_series(1, 1100) n`,
    [slot, NOW],
  )
  for (let step = 1; step < 60; step += 1) {
    const outcome = await anonymiseOldAppointments(dyingAt(step), NIGHT).catch(() => 'killed')
    if (outcome !== 'killed') break
    const { rows } = await pool.query(
      `SELECT count(*)::int AS half FROM appointment a JOIN party p ON p.appointment_id = a.id
       WHERE (a.anonymised_at IS NULL) = (length(p.sealed) = 0)`,
    )
    expect(rows, 'appointments done by half').toEqual([{ half: 0 }])
  }
  expect(tablesWith(await dump(pool), secrets)).toEqual([])
  const { rows } = await pool.query(
    `SELECT count(*)::int AS left, (SELECT count(*)::int FROM audit_entry WHERE act = 'appointment-anonymised') AS told
     FROM appointment WHERE anonymised_at IS NULL`,
  )
  expect(rows).toEqual([{ left: 0, told: 1101 }])
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

/** A database whose process dies before the so-manieth statement. */
function dyingAt(step: number): Pool {
  let left = step
  const query = (...wish: Parameters<Pool['query']>) => {
    left -= 1
    if (left <= 0) throw new Error('killed')
    return pool.query(...wish)
  }
  return { query } as unknown as Pool
}
