import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { parkTicket } from '#lib/desk/park-ticket.ts'
import { recordMiss } from '#lib/desk/record-miss.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { countStep } from '#lib/numbers/count-step.ts'
import { exportNumbers } from '#lib/numbers/export-numbers.ts'
import { flushSteps } from '#lib/numbers/flush-steps.ts'
import { forgetOldSteps } from '#lib/numbers/forget-old-steps.ts'
import { listProblems } from '#lib/numbers/list-problems.ts'
import { noteFix } from '#lib/numbers/note-fix.ts'
import { showNumbers } from '#lib/numbers/show-numbers.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Couple, couple } from '../booking/fixtures/couples.ts'
import { agreed, alone, awaiting, type Desk, plantDesk, TODAY, todayAt } from '../desk/fixtures/desk.ts'
import { arrived, called, step } from '../desk/fixtures/queue.ts'

const { pool } = await openTestDatabase()

function staff(...grants: StaffGrant[]): StaffActor {
  return mintActor({ kind: 'staff', id: randomUUID(), name: '管理员', grants }) as StaffActor
}
const ofCity = staff({ role: 'city-admin', scope: 'region', scopeId: '330500' })
const ofElsewhere = staff({ role: 'city-admin', scope: 'region', scopeId: '610100' })
const now = todayAt('18:00')
const show = (actor: StaffActor, at: string, period = '7') => showNumbers(pool, { actor, at, period, now })
const lineOf = <Line extends { key: string }>(lines: readonly Line[], key: string) =>
  lines.find((line) => line.key === key)

/** A day: of four marriages one done, one sent home, one missed, one unanswered; and a copy. */
async function plantDay(desk: Desk) {
  const { code } = await agreed(pool, desk, { time: '10:00' })
  const ticket = await called(pool, desk, await arrived(pool, desk, code, '09:30'), '10:08')
  accepted(await finishTicket(pool, { ...step(desk, ticket, '10:20'), outcome: 'registered' }))
  const second = await agreed(pool, desk, { time: '10:30' })
  const there = await called(pool, desk, await arrived(pool, desk, second.code, '10:35'), '10:39')
  // Five minutes, then put aside while a paper is fetched, then seven more.
  const begun = accepted(await beginTicket(pool, step(desk, there, '10:40')))
  const aside = accepted(await parkTicket(pool, step(desk, begun, '10:45')))
  const back = await called(pool, desk, aside, '10:50')
  const other = accepted(await beginTicket(pool, step(desk, back, '10:52')))
  accepted(
    await finishTicket(pool, {
      ...step(desk, other, '10:59'),
      outcome: 'not-accepted',
      rejection: 'papers-missing',
    }),
  )
  const missed = await agreed(pool, desk, { time: '09:00' })
  const { officeId, clerk: actor } = desk
  accepted(
    await recordMiss(pool, { actor, officeId, code: missed.code, roles: [1, 2], now: todayAt('17:30') }),
  )
  await alone(pool, desk, { time: '11:00' })
  await awaiting(pool, desk, { time: '11:30' })
}

const full = await plantDesk(pool, { capacity: 2 })
const empty = await plantDesk(pool, { capacity: 1 })
await plantDay(full)

describe('the numbers of a planted day', () => {
  test('are exactly what was planted', async () => {
    const { fill, appointments, waits, services, load, errands } = accepted(await show(ofCity, full.officeId))
    // 32 quarters of an hour a day, two places each, on the days up to today.
    expect(lineOf(fill, '')).toEqual({ key: '', places: 128, taken: 5 })
    expect(lineOf(appointments, full.officeId)).toMatchObject({
      made: 5,
      attended: 2,
      missed: 1,
      cancelled: 0,
      online: 5,
      counter: 0,
      leadMedian: 9,
    })
    expect(lineOf(waits, '')).toMatchObject({ called: 2, waitMedian: 6, served: 2, handlingMedian: 12 })
    expect(services.find(({ service }) => service === 'MARRIAGE')).toMatchObject({ made: 4, attended: 2 })
    expect(load[0]).toEqual({ date: TODAY, places: 64, taken: 5 })
    expect(lineOf(errands, '')).toMatchObject({ registered: 1, atFirstVisit: 1, told: 0 })
  })

  test('of a city are the sum of its offices, one line each', async () => {
    const { fill, appointments, opened } = accepted(await show(ofCity, '330500'))
    expect(opened.parts.map(({ at }) => at).sort()).toEqual([full.officeId, empty.officeId].sort())
    expect(lineOf(fill, empty.officeId)).toEqual({ key: empty.officeId, places: 64, taken: 0 })
    expect(lineOf(fill, '')).toEqual({ key: '', places: 192, taken: 5 })
    expect(lineOf(appointments, empty.officeId)).toBeUndefined()
    expect(lineOf(appointments, '')).toMatchObject({ made: 5 })
  })

  test('are for nobody who does not look after all of the place', async () => {
    for (const at of ['330000', 'CN', 'nowhere', '610100'])
      expect(await show(ofCity, at)).toMatchObject({ reason: 'not-allowed' })
    expect(await show(ofElsewhere, full.officeId)).toMatchObject({ reason: 'not-allowed' })
    expect(await show(full.clerk, full.officeId)).toMatchObject({ reason: 'not-allowed' })
  })

  test('that are taken along leave a line on the record', async () => {
    accepted(await exportNumbers(pool, { actor: ofCity, at: '330500', period: '7', now }))
    const { rows } = await pool.query(`SELECT subject_id FROM audit_entry WHERE act = 'numbers-exported'`)
    expect(rows).toEqual([{ subject_id: '330500' }])
  })
})

describe('steps', () => {
  test('are counted together and without anybody', async () => {
    const at = { service: 'MARRIAGE', now }
    for (const officeId of [full.officeId, full.officeId, empty.officeId])
      countStep(pool, { ...at, officeId, step: 'date' })
    countStep(pool, { ...at, step: 'started' })
    for (let times = 0; times < 6; times += 1)
      countStep(pool, { ...at, officeId: full.officeId, step: 'refused', detail: 'slot-full' })
    await flushSteps(pool)
    countStep(pool, { ...at, officeId: full.officeId, step: 'date' })
    await flushSteps(pool)
    const { steps } = accepted(await show(ofCity, full.officeId, '30'))
    expect(Object.fromEntries(steps)).toEqual({ date: 3, refused: 6 })
    expect(await forgetOldSteps(pool, todayAt('18:00'))).toBe(0)
    expect(await forgetOldSteps(pool, new Date(now.getTime() + 500 * 86_400_000))).toBe(4)
    countStep(pool, { ...at, officeId: full.officeId, step: 'refused', detail: 'slot-full' })
    await flushSteps(pool)
  })
})

describe('the problems of a month', () => {
  const month = TODAY.slice(0, 7)
  const fix = { month, kind: 'rejected', code: 'papers-missing', text: '短信里加了材料清单', fixedOn: TODAY }
  const list = async (actor: StaffActor, at: string) =>
    accepted(await listProblems(pool, { actor, at, month, now }))

  test('carry what was done about them, for the place it was noted for', async () => {
    accepted(await noteFix(pool, { actor: ofCity, at: '330500', input: fix, now }))
    accepted(
      await noteFix(pool, { actor: ofCity, at: '330500', input: { ...fix, text: '门口贴了清单' }, now }),
    )
    const { problems, mayNote } = await list(ofCity, '330500')
    expect(mayNote).toBe(true)
    const found = problems.find(({ kind }) => kind === 'rejected')
    expect(found).toMatchObject({
      code: 'papers-missing',
      count: 'few',
      fix: { text: '门口贴了清单', fixedOn: TODAY },
    })
    expect(problems.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'slot-full' })
    expect((await list(ofCity, full.officeId)).problems.every((problem) => !problem.fix)).toBe(true)
    const { rows } = await pool.query(`SELECT detail FROM audit_entry WHERE act = 'fix-noted'`)
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('清单')
  })

  test.each([
    [{ text: '  ' }, 'required'],
    [{ fixedOn: '2026-12-02' }, 'in-future'],
    [{ kind: 'gossip' }, 'other'],
  ])('refuse a fix with %o', async (wrong, reason) => {
    const refused = await noteFix(pool, { actor: ofCity, at: '330500', input: { ...fix, ...wrong }, now })
    expect(refused).toMatchObject({ errors: [{ reason }] })
  })

  test('are changed by nobody from elsewhere, and not by an auditor', async () => {
    const auditor = staff({ role: 'auditor', scope: 'region', scopeId: '330500' })
    expect((await list(auditor, '330500')).mayNote).toBe(false)
    for (const actor of [auditor, ofElsewhere, full.clerk])
      expect(await noteFix(pool, { actor, at: '330500', input: fix, now })).toMatchObject({
        reason: 'not-allowed',
      })
  })
})

describe('how often people had to come', () => {
  test('is told of cases, marriages and papers, and small counts of divorces are exact only inside', async () => {
    const desk = await plantDesk(pool, { capacity: 9 })
    const again = await plantDesk(pool, { capacity: 9 })
    await plantTold(desk, couple(), true)
    const people = couple()
    await plantTold(again, people, false)
    await plantCases(again)
    const { errands, cases } = accepted(await show(ofCity, again.officeId))
    expect(lineOf(errands, '')).toMatchObject({ told: 2, toldAgain: 1, registered: 0 })
    expect(lineOf(cases, '')).toMatchObject({ issued: 1, withdrawn: 0, lapsed: 1, caseVisits: 3 })
    expect(lineOf(accepted(await show(ofCity, desk.officeId)).errands, '')).toMatchObject({
      told: 1,
      toldAgain: 0,
    })
  })
})

/** A couple sent home on the day for want of papers, after the same the day before unless it is their first time. */
async function plantTold(desk: Desk, people: Couple, isFirst: boolean): Promise<void> {
  for (const day of isFirst ? [TODAY] : ['2026-11-30', TODAY]) {
    const { code } = await agreed(pool, desk, { service: 'DIVORCE_APPLICATION', people, day })
    await pool.query(
      `INSERT INTO ticket (id, office_id, date, letter, number, service, state, appointment_id, expected, present, rank,
         order_at, locale, outcome, materials, created_at)
       SELECT gen_random_uuid(), office_id, $2, 'B', 1, service, 'done', id, 2, 2, 0, $3, 'zh-CN', 'not-accepted',
         '{"ruleSetId": "r", "seen": [], "missing": ["1:photo"]}', $3 FROM appointment WHERE code = $1`,
      [code, day, now],
    )
    await pool.query(`UPDATE appointment SET status = 'attended' WHERE code = $1`, [code])
    await pool.query(
      'UPDATE party SET active = false WHERE appointment_id = (SELECT id FROM appointment WHERE code = $1)',
      [code],
    )
  }
}

/** Of these people one case that was accepted today and issued, and one of others that lapsed. */
async function plantCases({ officeId }: Desk): Promise<void> {
  for (const status of ['issued', 'lapsed']) {
    const id = randomUUID()
    await pool.query(
      `INSERT INTO divorce_case (id, office_id, receipt_number, accepted_on, status, cooling_off_end, cert_window_start,
         first_service_day, cert_window_end, provisional, reading, opened_at, opened_by, closed_at)
       VALUES ($1, $2, $3, $4, $3, $4::date + 1, $4::date + 2, $4::date + 2, $4::date + 3, false, '{}', $5, 'test', $5)`,
      [id, officeId, status, '2026-11-26', now],
    )
    if (status === 'issued')
      await pool.query(
        `INSERT INTO divorce_party (case_id, role, person_index, sealed, party_type, locale, active)
         SELECT $1, p.role, p.person_index, p.sealed, p.party_type, 'zh-CN', false FROM party p
         JOIN appointment a ON a.id = p.appointment_id JOIN slot s ON s.id = a.slot_id
         WHERE a.office_id = $2 AND s.date = $3`,
        [id, officeId, TODAY],
      )
  }
}
