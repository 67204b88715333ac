import { describe, expect, test } from 'vitest'
import { correctReceipt } from '#lib/desk/correct-receipt.ts'
import { withdrawApplication } from '#lib/desk/withdraw-application.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { keptSlot, noonOf, officeOfVisits, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { entered, newsSince, staffOf, visited, visitOf } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool, 20)
const at = office.officeId
const clerk = staffOf(at)

describe('dates printed on the receipt', () => {
  test('win when they are put right; old and new are on the record, both are told, seat and visit follow', async () => {
    const two = couple()
    const { id } = await entered(pool, office, two)
    await visited(pool, office, two, '2026-11-09')
    const senior = staffOf(at, 'senior-clerk')
    const corrected = await correct(id, {
      actor: senior,
      coolingOffEnd: '2026-10-01',
      certWindowEnd: '2026-11-02',
    })
    expect(corrected).toEqual({ ok: true, value: { hasMoved: true } })
    expect((await getCase(pool, id))?.deadlines).toEqual({
      coolingOffEnd: '2026-10-01',
      certWindowStart: '2026-10-02',
      firstServiceDay: '2026-10-08',
      certWindowEnd: '2026-11-02',
    })
    const { rows: entries } = await pool.query(
      `SELECT actor_id, detail FROM audit_entry WHERE subject_id = $1 AND act = 'receipt-dates-corrected'`,
      [id],
    )
    expect(entries).toMatchObject([
      {
        actor_id: senior.id,
        detail: { from: { certWindowEnd: '2026-11-09', printed: null }, to: { certWindowEnd: '2026-11-02' } },
      },
    ])
    expect(await newsSince(pool, id, '2026-09-03')).toEqual([
      ['cancelled', 1],
      ['cancelled', 2],
      ['case-dates-moved', 1],
      ['case-dates-moved', 2],
    ])
    expect(await visitOf(pool, id)).toMatchObject({ status: 'cancelled', end_reason: 'dates-corrected' })
    expect(await keptSlot(pool, id)).toBeDefined()
    await expectLedgerBalanced(pool)
  })

  test('that change nothing tell nobody, and emptied they are computed again', async () => {
    const { id } = await entered(pool, office, couple(), { coolingOffEnd: '2026-10-01' })
    expect((await getCase(pool, id))?.deadlines.coolingOffEnd).toBe('2026-10-01')
    expect(await correct(id, { coolingOffEnd: '2026-10-01' })).toEqual({
      ok: true,
      value: { hasMoved: false },
    })
    expect(await newsSince(pool, id, '2026-09-03')).toEqual([])
    expect(await correct(id, {})).toEqual({ ok: true, value: { hasMoved: true } })
    expect(await getCase(pool, id)).toMatchObject({
      printed: undefined,
      deadlines: { coolingOffEnd: '2026-10-08' },
    })
  })

  test('are put right by senior clerks alone, and not to what is no such period', async () => {
    const { id } = await entered(pool, office)
    expect(await correct(id, { actor: clerk })).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
    expect(await correct(id, { certWindowEnd: '2027-01-01' })).toMatchObject({
      errors: [{ path: 'certWindowEnd', reason: 'not-such-a-period', article: '1077' }],
    })
    expect(await correct(id, { coolingOffEnd: 'tomorrow' })).toMatchObject({
      errors: [{ path: 'coolingOffEnd', reason: 'date' }],
    })
    await withdraw(id, '2026-10-08')
    expect(await correct(id, {})).toMatchObject({ errors: [{ reason: 'case-withdrawn' }] })
  })
})

type Change<Verb extends (...wish: never[]) => unknown> = Partial<Parameters<Verb>[1]>

function withdraw(caseId: string, day: string, change: Change<typeof withdrawApplication> = {}) {
  const usual = { actor: clerk, at, role: 1, paper: 'receipt', hasDocument: true }
  return withdrawApplication(pool, { ...usual, caseId, now: noonOf(day), ...change })
}

function correct(caseId: string, change: Change<typeof correctReceipt>) {
  const usual = { actor: staffOf(at, 'senior-clerk'), at, coolingOffEnd: '', certWindowEnd: '' }
  return correctReceipt(pool, { ...usual, caseId, now: noonOf('2026-09-03'), ...change })
}
