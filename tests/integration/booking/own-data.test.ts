import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { forgetDraft } from '#lib/booking/forget-draft.ts'
import { gatherOwnData } from '#lib/booking/gather-own-data.ts'
import { requestCorrection } from '#lib/booking/request-correction.ts'
import { saveDraft } from '#lib/booking/save-draft.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { openCase } from '#lib/divorce/open-case.ts'
import { mintActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { sealContact } from '#lib/identity/seal-contact.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, cancel, confirm } from './fixtures/booked.ts'
import { bookingOf, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { signedInForReal } from './fixtures/known.ts'
import { ownDataShape } from './fixtures/own-data-shape.ts'
import { NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const { first, second } = couple()
const him = await signedInForReal(first)
const her = await signedInForReal(second)
const HIS_REASON = '家里有事'
const HER_WORDS = '请单独叫我'
const HER_ADDRESS = 'her-own-address@mail.example'

const indexOf = ({ party }: SignedIn) => indexPerson(party.documentType, party.documentNumber)

beforeAll(async () => {
  const [slot, otherSlot = 0] = await plantSlots(pool, { count: 2, capacity: 10 })
  const { code, partnerCode = '' } = accepted(
    await bookAppointment(pool, bookingOf({ first: him, second: her }, slot)),
  )
  const booked = { first: him, second: her, code, partnerCode }
  accepted(await confirm(pool, booked, her))
  accepted(await requestCorrection(pool, { actor: her.actor, code, text: HER_WORDS, now: NOW }))
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
  const [{ id } = { id: '' }] = rows
  await pool.query('UPDATE party SET care = $2 WHERE appointment_id = $1 AND role = 2', [
    id,
    sealJson(`care ${id} 2`, { separate: true, note: HER_WORDS }),
  ])
  const contact = { medium: 'email', address: HER_ADDRESS, quietFrom: '21:00', quietUntil: '08:00' } as const
  await pool.query('INSERT INTO contact (person_index, sealed, updated_at) VALUES ($1, $2, $3)', [
    indexOf(her),
    sealContact(indexOf(her), contact),
    NOW,
  ])
  await pool.query(
    `INSERT INTO no_show (appointment_id, role, person_index, service, date, recorded_at)
     VALUES ($1, 2, $2, 'MARRIAGE', '2026-12-01', $3)`,
    [id, indexOf(her), NOW],
  )
  await cancel(pool, booked, him)
  await pool.query('UPDATE appointment SET end_reason = $2 WHERE id = $1', [id, HIS_REASON])
  accepted(await bookAppointment(pool, bookingOf({ first: her, second: him }, otherSlot)))
  const partner = { ...him.party, partyType: 'MAINLAND' } as const
  await saveDraft(pool, { id: Buffer.alloc(32, 7), personId: her.actor.id, answers: { partner }, now: NOW })
  await poolTransaction(pool, plantRules)
  const acceptance = {
    officeId: 'guangming',
    receiptNumber: 'R-1',
    acceptedOn: calendarDate('2026-11-02'),
    parties: [him.party, her.party],
    locales: ['zh-CN', 'zh-CN'],
    calendar: await readCalendar(pool),
    reading: USUAL_READING,
    by: 'clerk-7',
    now: NOW,
  } as const
  await poolTransaction(pool, async (client) => accepted(await openCase(client, acceptance)))
  const entry = randomUUID()
  await pool.query(
    `INSERT INTO waiting_entry (id, service, status, person_id, locale, sealed, leave_hash, created_at)
     VALUES ($1, 'MARRIAGE', 'waiting', $2, 'zh-CN', $5, $3, $4)`,
    [
      entry,
      her.actor.id,
      Buffer.from(entry),
      NOW,
      sealJson(`waiting ${entry}`, { parties: [her.party, him.party] }),
    ],
  )
  await pool.query(
    `INSERT INTO waiting_party (entry_id, role, service, person_index) VALUES ($1, 1, 'MARRIAGE', $2)`,
    [entry, indexOf(her)],
  )
  await pool.query(`INSERT INTO waiting_wish (entry_id, position, office_id, "from", "until")
    VALUES ('${entry}', 1, 'guangming', '2026-12-01', '2026-12-05')`)
  await pool.query(
    `INSERT INTO one_time_code (id, session_id, purpose, address, code_hash, expires_at) VALUES ($1, $2, 'contact', '', '', $3)`,
    [randomUUID(), her.sessionId, NOW],
  )
})

async function dataOf({ actor }: SignedIn) {
  const text = JSON.stringify(accepted(await gatherOwnData(pool, actor, NOW)))
  return { text, data: ownDataShape.parse(JSON.parse(text)) }
}

describe('one’s own data', () => {
  test('are all there, in the documented shape', async () => {
    const { data } = await dataOf(her)
    const { name, documentNumber, phone, birthDate, sex } = her.party
    expect(data.person).toMatchObject({ name, documentNumber, phone })
    expect(data.appointments).toHaveLength(2)
    const ended = data.appointments.find(({ status }) => status === 'cancelled')
    expect(ended).toMatchObject({
      you: { role: 2, name, documentNumber, phone, birthDate, sex, care: { note: HER_WORDS } },
      corrections: [{ text: HER_WORDS, answer: null }],
      noShow: { date: '2026-12-01' },
    })
    expect(ended?.messages.map(({ event }) => event).sort()).toContain('cancelled')
    expect(ended?.record.map(({ who, act }) => `${who} ${act}`)).toContain('other appointment-cancelled')
    expect(data.cases).toMatchObject([
      { receiptNumber: 'R-1', you: { documentNumber }, record: [{ who: 'staff', act: 'case-opened' }] },
    ])
    expect(data.contact).toMatchObject({ address: HER_ADDRESS })
    expect(data.waiting).toMatchObject([
      { you: { name, phone }, wishes: [{ from: '2026-12-01', until: '2026-12-05' }] },
    ])
    for (const list of [data.accounts, data.sessions, data.codes, data.writes, data.drafts]) {
      expect(list.length).toBeGreaterThan(0)
    }
    expect(data.record.map(({ act }) => act)).toContain('signed-in')
  })

  test('hold nothing of the other that is not shown anyway', async () => {
    const hers = (await dataOf(her)).text
    const { name, documentNumber, phone } = him.party
    for (const his of [name, documentNumber, phone, HIS_REASON]) expect(hers).not.toContain(his)
    const his = (await dataOf(him)).text
    const { party } = her
    for (const word of [
      party.name,
      party.documentNumber,
      party.phone,
      HER_WORDS,
      HER_ADDRESS,
      'care-',
      'correction-',
    ]) {
      expect(his).not.toContain(word)
    }
    expect(his).toContain(HIS_REASON)
  })

  test('hold nothing of strangers, and are empty for somebody who has only signed in', async () => {
    const { data, text } = await dataOf(await signedInForReal(somebody()))
    expect(data).toMatchObject({ appointments: [], cases: [], waiting: [], drafts: [], contact: null })
    for (const { party } of [him, her]) expect(text).not.toContain(party.documentNumber)
  })

  test('are not given to a channel that speaks for somebody', async () => {
    const actor = mintActor({ kind: 'channel', id: randomUUID(), scopes: ['read'], onBehalfOf: her.party })
    expect(await gatherOwnData(pool, actor, NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  test('are described key by key', () => {
    const told = readFileSync('docs/own-data.md', 'utf8')
    for (const key of Object.keys(ownDataShape.shape)) expect(told).toContain(`\`${key}\``)
    for (const key of ['you', 'other', 'messages', 'corrections', 'noShow', 'record']) {
      expect(told).toContain(`\`appointments[].${key}\``)
    }
  })
})

test('a draft is forgotten when its owner says so, and no other', async () => {
  const stranger = await signedInForReal(somebody())
  await saveDraft(pool, { id: Buffer.alloc(32, 8), personId: stranger.actor.id, answers: {}, now: NOW })
  expect(await forgetDraft(pool, stranger.actor)).toBe(1)
  expect((await dataOf(her)).data.drafts).toHaveLength(1)
})
