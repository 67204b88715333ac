import { expect, test } from 'vitest'
import { listCases } from '#lib/desk/list-cases.ts'
import { searchCases } from '#lib/desk/search-cases.ts'
import { showCase } from '#lib/desk/show-case.ts'
import { withdrawApplication } from '#lib/desk/withdraw-application.ts'
import { CASE_LISTS, type CaseListName } from '#lib/domain/case-list.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { noonOf, officeOfVisits, plantLaw } from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { entered, staffOf, visited } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool, 20)
const at = office.officeId
const actor = staffOf(at)

// Received on 1 September 2026: cooling-off until 8 October, window from 9 October to 9 November.
const two = couple()
const silent = couple()
const plain = await entered(pool, office, couple(), { receiptNumber: '安婚受字2026-0042' })
const booked = await entered(pool, office, two)
await visited(pool, office, two, '2026-10-12')
const unreachable = await entered(pool, office, silent)
const withdrawn = await entered(pool, office)
await withdrawApplication(pool, {
  actor,
  at,
  caseId: withdrawn.id,
  role: 1,
  paper: 'receipt',
  hasDocument: true,
  now: noonOf('2026-10-01'),
})
await pool.query(
  `UPDATE outbox_message SET failed_at = now(), failure = 'dead-address' WHERE case_id = $1 AND role = 2`,
  [unreachable.id],
)

test.each<[string, Partial<Record<CaseListName, number>>]>([
  ['2026-09-20', { opening: 0, lapsing: 0, 'without-visit': 0, unreachable: 1, open: 3, closed: 1 }],
  ['2026-10-02', { opening: 3, lapsing: 0, 'without-visit': 2, unreachable: 1, open: 3, closed: 1 }],
  ['2026-10-09', { opening: 0, lapsing: 0, 'without-visit': 2, unreachable: 1, open: 3, closed: 1 }],
  ['2026-11-02', { opening: 0, lapsing: 3, 'without-visit': 2, unreachable: 1, open: 3, closed: 0 }],
])('on %s each list holds what it says, and as many as it counts', async (day, expected) => {
  const counts = await countsOn(day)
  expect(counts).toEqual(expected)
})

test('a row says when and whom, masked, with the visit and who cannot be reached', async () => {
  const listed = await list('open', '2026-10-09')
  expect(listed.find(({ id }) => id === booked.id)?.visit).toEqual({ date: '2026-10-12', startTime: '09:00' })
  const row = listed.find(({ id }) => id === unreachable.id)
  expect(row?.people.map(({ isUnreachable }) => isUnreachable)).toEqual([false, true])
  const { name, documentNumber, phone } = silent.first.party
  for (const secret of [name, documentNumber, phone]) expect(JSON.stringify(row)).not.toContain(secret)
  expect(row?.people[0]?.name).toContain(name.slice(0, 1))
})

test('is found by the receipt, by its end, and by the number of either person; at no other office', async () => {
  expect(await search('安婚受字2026-0042')).toEqual([plain.id])
  expect(await search(' 0042 ')).toEqual([plain.id])
  expect(await search('042')).toEqual([])
  for (const { party } of [two.first, two.second]) {
    expect(await search(party.documentNumber)).toEqual([booked.id])
    expect(await search(party.documentNumber.toLowerCase())).toEqual([booked.id])
  }
  const elsewhere = (await officeOfVisits(pool)).officeId
  const there = { actor: staffOf(elsewhere), officeId: elsewhere, query: '0042', now: noonOf('2026-09-20') }
  expect(await searchCases(pool, there)).toEqual({ ok: true, value: [] })
  expect(await searchCases(pool, { ...there, officeId: at })).toMatchObject({
    errors: [{ reason: 'not-in-role' }],
  })
  const page = { list: 'open', page: 1, now: noonOf('2026-09-20') } as const
  for (const stranger of [staffOf(elsewhere), staffOf(at, 'reviewer')])
    expect(await listCases(pool, { actor: stranger, officeId: at, ...page })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
})

test('its page says what may be done today and why the rest may not, and that somebody looked is on the record', async () => {
  const wish = { actor, at, caseId: plain.id, now: noonOf('2026-10-08') }
  const shown = await showCase(pool, wish)
  expect(shown).toMatchObject({
    ok: true,
    value: {
      stage: 'cooling-off',
      kept: { date: expect.stringMatching(/^2026-1[01]-/) },
      acts: [
        {
          act: 'issue-certificate',
          refusal: { errors: [{ reason: 'cooling-off-not-ended', article: '1077(2)' }] },
        },
        { act: 'withdraw-application', refusal: undefined },
        { act: 'correct-receipt', refusal: { errors: [{ reason: 'not-in-role' }] } },
      ],
    },
  })
  const steps = shown.ok ? shown.value.steps : []
  expect(steps.find(({ rule }) => rule === 'cooling-off-end')).toMatchObject({
    date: '2026-10-08',
    movedBecause: { from: '2026-10-01' },
  })
  await showCase(pool, wish)
  const looks = await pool.query(
    `SELECT actor_id FROM audit_entry WHERE act = 'case-viewed' AND subject_id = $1`,
    [plain.id],
  )
  expect(looks.rows).toEqual([{ actor_id: actor.id }])
  const record = shown.ok ? shown.value.record : []
  expect(record).toContainEqual(expect.objectContaining({ kind: 'act', act: 'case-opened', who: 'staff' }))
  expect(record.filter(({ kind }) => kind === 'letter')).toHaveLength(2)
  const stranger = staffOf((await officeOfVisits(pool)).officeId)
  expect(await showCase(pool, { ...wish, actor: stranger })).toMatchObject({
    errors: [{ reason: 'not-in-role' }],
  })
})

async function list(name: CaseListName, day: string) {
  const listed = await listCases(pool, { actor, officeId: at, list: name, page: 1, now: noonOf(day) })
  if (!listed.ok) throw new Error(JSON.stringify(listed))
  return listed.value.cases
}

async function countsOn(day: string) {
  const listed = await listCases(pool, { actor, officeId: at, list: 'open', page: 1, now: noonOf(day) })
  if (!listed.ok) throw new Error(JSON.stringify(listed))
  for (const name of CASE_LISTS) expect(await list(name, day)).toHaveLength(listed.value.counts[name])
  return listed.value.counts
}

async function search(query: string) {
  const found = await searchCases(pool, { actor, officeId: at, query, now: noonOf('2026-09-20') })
  return found.ok ? found.value.map(({ id }) => id) : found
}
