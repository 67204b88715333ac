import { describe, expect, test } from 'vitest'
import { endVisitsOfClosedCases } from '#lib/booking/end-visits-of-closed-cases.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { enterApplication } from '#lib/desk/enter-application.ts'
import { issueCertificate } from '#lib/desk/issue-certificate.ts'
import { withdrawApplication } from '#lib/desk/withdraw-application.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { ACCEPTED, keptSlot, noonOf, officeOfVisits, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { entered, newsSince, staffOf, typed, visited, visitOf } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool, 20)
const at = office.officeId
const clerk = staffOf(at)

describe('a withdrawal', () => {
  test('by either of the two ends case, visit and seat at once; each hears of it once and nothing of who it was', async () => {
    const two = couple()
    const { id } = await entered(pool, office, two)
    await visited(pool, office, two, '2026-10-12')
    expect(await withdraw(id, '2026-10-08', { role: 2, paper: 'explanation' })).toEqual({
      ok: true,
      value: { status: 'withdrawn' },
    })
    expect(await closing(id)).toEqual({
      status: 'withdrawn',
      close_detail: { role: 2, paper: 'explanation' },
    })
    expect(await visitOf(pool, id)).toMatchObject({ status: 'cancelled', end_reason: 'case-closed' })
    expect(await keptSlot(pool, id)).toBeUndefined()
    await expectLedgerBalanced(pool)
    expect(await newsSince(pool, id, '2026-10-08')).toEqual([
      ['case-withdrawn', 1],
      ['case-withdrawn', 2],
    ])
  })

  test('is refused after the cooling-off, without document or paper, and for somebody who is not one of the two', async () => {
    const { id } = await entered(pool, office)
    expect(await withdraw(id, '2026-10-09')).toMatchObject({
      reason: 'outside-legal-window',
      errors: [{ reason: 'cooling-off-over', article: '1077(1)' }],
    })
    const refused = await withdraw(id, '2026-10-08', { role: 3, paper: '', hasDocument: false })
    expect(refused.ok ? [] : refused.errors?.map(({ path }) => path)).toEqual(['role', 'document', 'paper'])
    expect((await getCase(pool, id))?.status).toBe('open')
    expect(await keptSlot(pool, id)).toBeDefined()
  })

  test('is recorded only at the office that accepted, also by somebody who works in both', async () => {
    const { id } = await entered(pool, office)
    const elsewhere = (await officeOfVisits(pool)).officeId
    expect(await withdraw(id, '2026-10-08', { actor: staffOf(elsewhere), at: elsewhere })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    const both = { ...clerk, grants: [...clerk.grants, ...staffOf(elsewhere).grants] }
    expect(await withdraw(id, '2026-10-08', { actor: both, at: elsewhere })).toMatchObject({
      reason: 'wrong-office',
      errors: [{ reason: 'other-than-accepting', article: '1077' }],
    })
    expect(await withdraw(id, '2026-10-08', { actor: both })).toMatchObject({ ok: true })
    expect(await withdraw(id, '2026-10-08', { actor: both })).toMatchObject({
      errors: [{ reason: 'case-withdrawn' }],
    })
  })
})

describe('a certificate', () => {
  test('is issued inside the window; the visit of the day is attended, and both numbers stay with the case', async () => {
    const two = couple()
    const { id } = await entered(pool, office, two)
    await visited(pool, office, two, '2026-10-12')
    expect(await issue(id, '2026-10-12')).toEqual({ ok: true, value: { status: 'issued' } })
    expect(await closing(id)).toEqual({
      status: 'issued',
      close_detail: { certificates: ['L330523-2026-000123', 'L330523-2026-000124'] },
    })
    expect(await visitOf(pool, id)).toMatchObject({ status: 'attended' })
    await expectLedgerBalanced(pool)
    expect(await newsSince(pool, id, '2026-10-12')).toEqual([
      ['case-issued', 1],
      ['case-issued', 2],
    ])
    expect(await enter(typed(at, two, { acceptedOn: '2026-09-01' }))).toMatchObject({ ok: true })
  })

  test('to a couple that comes before its visit gives the later time back', async () => {
    const two = couple()
    const { id } = await entered(pool, office, two)
    await visited(pool, office, two, '2026-10-20')
    expect(await issue(id, '2026-10-13')).toMatchObject({ ok: true })
    expect(await visitOf(pool, id)).toMatchObject({ status: 'cancelled', end_reason: 'case-closed' })
    await expectLedgerBalanced(pool)
  })

  test.each([
    ['2026-10-08', 'cooling-off-not-ended', '1077(2)'],
    ['2026-10-11', 'rest-day', '203(2)'],
    ['2026-11-10', 'window-over', '1077(2)'],
  ])('is refused on %s: %s', async (day, reason, article) => {
    const { id } = await entered(pool, office)
    expect(await issue(id, day)).toMatchObject({
      reason: 'outside-legal-window',
      errors: [{ reason, article }],
    })
  })

  test('is refused elsewhere, without numbers, and where nobody was asked whether it is of their own will', async () => {
    const { id } = await entered(pool, office)
    const elsewhere = (await officeOfVisits(pool)).officeId
    expect(await issue(id, '2026-10-12', { actor: staffOf(elsewhere) })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    expect(await issue(id, '2026-10-12', { certificates: ['', 'L 1'], isVoluntary: false })).toMatchObject({
      errors: [
        { path: 'certificates.0', reason: 'required' },
        { path: 'certificates.1', reason: 'certificate-number' },
        { path: 'voluntary', reason: 'required', article: '1078' },
      ],
    })
    expect((await getCase(pool, id))?.status).toBe('open')
  })

  test('entered six times at once is issued once', async () => {
    const { id } = await entered(pool, office)
    const all = await Promise.all(Array.from({ length: 6 }, () => issue(id, '2026-10-12')))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    await expectLedgerBalanced(pool)
  })
})

test('what the clock closes loses seat and visit too', async () => {
  const two = couple()
  const { id } = await entered(pool, office, two)
  await visited(pool, office, two, '2026-11-09')
  // A notice has moved the window to the front after the visit was agreed to.
  await pool.query(`UPDATE divorce_case SET cert_window_end = '2026-11-06' WHERE id = $1`, [id])
  await lapseCases(pool, noonOf('2026-11-07'))
  expect(await endVisitsOfClosedCases(pool, noonOf('2026-11-07'))).toBe(1)
  await renewKeptSeats(pool, noonOf('2026-11-07'))
  expect(await visitOf(pool, id)).toMatchObject({ status: 'cancelled', end_reason: 'case-closed' })
  expect(await newsSince(pool, id, '2026-11-07')).toEqual([
    ['case-lapsed', 1],
    ['case-lapsed', 2],
  ])
  await expectLedgerBalanced(pool)
})

function enter(application: ReturnType<typeof typed>) {
  return enterApplication(pool, { actor: clerk, application, now: noonOf(ACCEPTED) })
}

type Change<Verb extends (...wish: never[]) => unknown> = Partial<Parameters<Verb>[1]>

function withdraw(caseId: string, day: string, change: Change<typeof withdrawApplication> = {}) {
  const usual = { actor: clerk, at, role: 1, paper: 'receipt', hasDocument: true }
  return withdrawApplication(pool, { ...usual, caseId, now: noonOf(day), ...change })
}

function issue(caseId: string, day: string, change: Change<typeof issueCertificate> = {}) {
  const certificates = ['l330523-2026-000123', ' L330523-2026-000124'] as const
  const usual = { actor: clerk, at, certificates, isVoluntary: true }
  return issueCertificate(pool, { ...usual, caseId, now: noonOf(day), ...change })
}

async function closing(id: string) {
  const { rows: found } = await pool.query('SELECT status, close_detail FROM divorce_case WHERE id = $1', [
    id,
  ])
  return found[0]
}
