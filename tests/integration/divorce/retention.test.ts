import { beforeEach, describe, expect, test } from 'vitest'
import { anonymiseOldAppointments } from '#lib/booking/anonymise-old-appointments.ts'
import { anonymiseOldCases } from '#lib/divorce/anonymise-old-cases.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { type Couple, couple } from '../booking/fixtures/couples.ts'
import { dump, tablesWith } from '../booking/fixtures/dump.ts'
import { choose, deliver, indexOf } from '../notification/fixtures/house.ts'
import { accepted, close, noonOf, plantLaw } from './fixtures/cases.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
await plantOffice(pool, { id: 'anji' })

const ENDED = calendarDate('2026-09-25')
const night = (days: number) => instantAt(addDays(ENDED, days), '01:55')
const PAPER = 'explanation-4711'

beforeEach(() => pool.query('TRUNCATE outbox_message, contact, divorce_case, divorce_party'))

async function withdrawn(two: Couple, receiptNumber: string): Promise<string> {
  const id = await accepted(pool, two, { receiptNumber })
  await close(pool, id, 'withdraw', ENDED, { role: 2, paper: PAPER })
  return id
}

describe('a case that ended 180 days ago', () => {
  test('leads to nobody any more, in no table; how it ended and its record stay', async () => {
    const two = couple()
    await choose(pool, two.first, {})
    const id = await withdrawn(two, 'AJ-778899')
    const index = indexOf(two.first).toString('hex')
    const secrets = [two.first.party.name, two.first.party.documentNumber, index, 'AJ-778899', PAPER]
    const sealed = await sealedOf(id)
    expect(tablesWith(await dump(pool), [...secrets, ...sealed])).toEqual([
      'contact',
      'divorce_case',
      'divorce_party',
    ])
    expect(await anonymiseOldCases(pool, night(180))).toBe(0)
    expect(tablesWith(await dump(pool), sealed)).toEqual(['divorce_party'])
    expect(await anonymiseOldCases(pool, night(181))).toBe(1)
    // Her contact goes the same night, as nothing else of hers is left.
    await pool.query(`UPDATE contact SET updated_at = '2026-09-01'`)
    await anonymiseOldAppointments(pool, night(181))
    expect(tablesWith(await dump(pool), [...secrets, ...sealed])).toEqual([])
    expect(await getCase(pool, id)).toMatchObject({
      status: 'withdrawn',
      acceptedOn: '2026-09-01',
      officeId: 'anji',
    })
    expect(await findOwnCases(pool, two.first.party)).toEqual([])
    expect(await recordOf(id)).toEqual(['case-opened', 'case-withdrawn', 'case-anonymised'])
    const { rowCount } = await pool.query('SELECT FROM outbox_message WHERE case_id = $1', [id])
    expect(rowCount).toBe(0)
  })

  test('is done once, while open and younger ones stay to the byte', async () => {
    const [old, young, open] = [couple(), couple(), couple()]
    await withdrawn(old, 'R-old')
    const youngId = await withdrawn(young, 'R-young')
    await pool.query('UPDATE divorce_case SET closed_at = $2 WHERE id = $1', [youngId, night(90)])
    const openId = await accepted(pool, open)
    const before = [await getCase(pool, youngId), await getCase(pool, openId)]
    expect(await anonymiseOldCases(pool, night(181))).toBe(1)
    expect(await anonymiseOldCases(pool, night(200))).toBe(0)
    expect([await getCase(pool, youngId), await getCase(pool, openId)]).toEqual(before)
    expect(await anonymiseOldCases(pool, night(5000))).toBe(1)
    expect(await getCase(pool, openId)).toEqual(before[1])
  })

  test('follows the setting', async () => {
    await withdrawn(couple(), 'R-setting')
    expect(await anonymiseOldCases(pool, night(8), { retentionDays: 8 })).toBe(0)
    expect(await anonymiseOldCases(pool, night(8), { retentionDays: 7 })).toBe(1)
  })

  test('is told to nobody: what still waited is gone or overtaken', async () => {
    const id = await withdrawn(couple(), 'R-told')
    await anonymiseOldCases(pool, night(181))
    await pool.query(
      `INSERT INTO outbox_message (case_id, role, event, locale, due_at) VALUES ($1, 1, 'case-withdrawn', 'en', $2)`,
      [id, night(181)],
    )
    expect(await deliver(pool, noonOf(addDays(ENDED, 181)))).toEqual([])
    const { rows } = await pool.query('SELECT failure FROM outbox_message WHERE case_id = $1', [id])
    expect(rows).toEqual([{ failure: 'superseded' }])
  })
})

async function sealedOf(id: string): Promise<string[]> {
  const { rows } = await pool.query('SELECT sealed FROM divorce_party WHERE case_id = $1', [id])
  return rows.map(({ sealed }) => sealed.toString('hex'))
}

async function recordOf(id: string): Promise<string[]> {
  const { rows } = await pool.query('SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id])
  return rows.map(({ act }) => act)
}
