import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { recordMiss } from '#lib/desk/record-miss.ts'
import { reopenTicket } from '#lib/desk/reopen-ticket.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { outcomesOf } from '#lib/domain/outcome.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { actsOf } from '../booking/fixtures/records.ts'
import { agreed, plantDesk, TODAY, todayAt } from './fixtures/desk.ts'
import { arrived, called, eventsOf, statusOf, step, walkIn } from './fixtures/queue.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

async function atWindow(service: 'MARRIAGE' | 'DIVORCE_APPLICATION' = 'MARRIAGE') {
  const desk = await plantDesk(pool)
  const booked = await agreed(pool, desk, { service })
  return { desk, booked, ticket: await called(pool, desk, await arrived(pool, desk, booked.code)) }
}

describe('the outcome', () => {
  test('ends the visit: the appointment was attended, the window is free, the numbers stay', async () => {
    const { desk, booked, ticket } = await atWindow()
    const finish = {
      ...step(desk, ticket, '10:20'),
      outcome: 'registered',
      documents: [' j330523-2026-000123 '],
    } as const
    const done = accepted(await finishTicket(pool, finish))
    expect(done).toMatchObject({ state: 'done', outcome: 'registered', endedAt: todayAt('10:20') })
    expect(await statusOf(pool, booked.code)).toBe('attended')
    expect(await actsOf(pool, booked.code)).toEqual(
      expect.arrayContaining(['arrival-recorded', 'appointment-attended']),
    )
    const { rows } = await pool.query('SELECT outcome_detail FROM ticket WHERE id = $1', [ticket.id])
    expect(rows[0].outcome_detail).toEqual({ documents: ['J330523-2026-000123'] })
    expect(await eventsOf(pool, ticket.id)).toEqual(['arrive waiting', 'call called 1', 'finish done 1'])
    await expectLedgerBalanced(pool)
  })

  test('that is a no needs a reason, that of another service is none, and both must be here for a yes', async () => {
    const { desk, ticket } = await atWindow()
    const at = step(desk, ticket, '10:20')
    expect(await finishTicket(pool, { ...at, outcome: 'not-accepted' })).toMatchObject({
      errors: [{ path: 'rejection', reason: 'required' }],
    })
    expect(await finishTicket(pool, { ...at, outcome: 'reissued' })).toMatchObject({
      errors: [{ reason: 'outcome-of-other-service' }],
    })
    const no = { ...at, outcome: 'not-accepted', rejection: 'papers-missing' } as const
    expect(accepted(await finishTicket(pool, no))).toMatchObject({ outcome: 'not-accepted' })

    const desk2 = await plantDesk(pool)
    const { officeId, clerk: actor } = desk2
    const { code } = await agreed(pool, desk2)
    const one = { actor, officeId, code, roles: [1], now: todayAt('09:50') }
    const half = await called(pool, desk2, accepted(await recordArrival(pool, one)).ticket)
    expect(await finishTicket(pool, { ...step(desk2, half), outcome: 'registered' })).toMatchObject({
      errors: [{ reason: 'both-needed', article: '1049' }],
    })
  })

  test('every outcome of every service that moves no case can end a walk-in', async () => {
    const desk = await plantDesk(pool)
    for (const service of SERVICES) {
      for (const outcome of outcomesOf(service)) {
        const ticket = await called(pool, desk, await walkIn(pool, desk, { service }))
        const finish = { ...step(desk, ticket, '10:05'), outcome, rejection: 'other' }
        const result = await finishTicket(pool, finish)
        const movesCase = ['application-accepted', 'certificate-issued', 'withdrawn'].includes(outcome)
        expect(result.ok, `${service} ${outcome}`).toBe(!movesCase)
        await pool.query(`UPDATE ticket SET state = 'missed' WHERE id = $1 AND state = 'called'`, [ticket.id])
      }
    }
  })

  test('is taken back the same day: the appointment stands again and the visit goes on', async () => {
    const { desk, booked, ticket } = await atWindow()
    const done = accepted(await finishTicket(pool, { ...step(desk, ticket, '10:20'), outcome: 'registered' }))
    const again = accepted(await reopenTicket(pool, { ...step(desk, done, '10:25'), window: '2' }))
    expect(again).toMatchObject({ state: 'serving', window: '2' })
    expect(again.outcome).toBeUndefined()
    expect(await statusOf(pool, booked.code)).toBe('confirmed')
    accepted(await finishTicket(pool, { ...step(desk, again, '10:30'), outcome: 'registered' }))
    expect(await statusOf(pool, booked.code)).toBe('attended')
    await expectLedgerBalanced(pool)
  })
})

describe('an accepted application', () => {
  const paper = () => ({ receiptNumber: `R-${randomUUID()}`, acceptedOn: calendarDate(TODAY) })

  test('opens the case of the couple, once, and is not undone at the window', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    const receipt = paper()
    const finish = {
      ...step(desk, ticket, '10:30'),
      outcome: 'application-accepted',
      paper: receipt,
    } as const
    expect(await finishTicket(pool, { ...finish, paper: {} })).toMatchObject({
      reason: 'invalid-input',
      errors: [{ path: 'receiptNumber' }, { path: 'acceptedOn' }],
    })
    const done = accepted(await finishTicket(pool, finish))
    for (const { party } of [booked.first, booked.second])
      expect(await findOwnCases(pool, party)).toMatchObject([
        { status: 'open', receiptNumber: receipt.receiptNumber },
      ])
    expect(await reopenTicket(pool, { ...step(desk, done, '10:40'), window: '1' })).toMatchObject({
      errors: [{ reason: 'case-stands' }],
    })
  })

  test('sent again after the case was opened and the rest was lost, comes to the same', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    const finish = {
      ...step(desk, ticket, '10:30'),
      outcome: 'application-accepted',
      paper: paper(),
    } as const
    accepted(await finishTicket(pool, finish))
    await pool.query(`UPDATE ticket SET state = 'called', outcome = NULL, version = $2 WHERE id = $1`, [
      ticket.id,
      ticket.version,
    ])
    accepted(await finishTicket(pool, finish))
    expect(await findOwnCases(pool, booked.first.party)).toHaveLength(1)
  })

  test('opens no case where the step itself cannot be', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    const wish = { outcome: 'application-accepted', paper: paper() } as const
    const stale = { ...step(desk, ticket), version: 0, ...wish }
    expect(await finishTicket(pool, stale)).toMatchObject({ errors: [{ reason: 'changed-meanwhile' }] })
    const tomorrow = {
      ...step(desk, ticket),
      now: new Date(todayAt('10:00').getTime() + 86_400_000),
      ...wish,
    }
    expect(await finishTicket(pool, tomorrow)).toMatchObject({ errors: [{ reason: 'not-today' }] })
    expect(await findOwnCases(pool, booked.first.party)).toEqual([])
  })

  test('a certificate is put down only once it was issued in the case', async () => {
    const { desk, booked, ticket } = await atWindow('DIVORCE_APPLICATION')
    accepted(
      await finishTicket(pool, { ...step(desk, ticket), outcome: 'application-accepted', paper: paper() }),
    )
    const [found] = await findOwnCases(pool, booked.first.party)
    const walk = await called(
      pool,
      desk,
      await walkIn(pool, desk, { service: 'DIVORCE_CERTIFICATE', people: 1 }),
    )
    const withdraw = {
      ...step(desk, walk, '11:00'),
      outcome: 'withdrawn',
      paper: { caseId: found?.id },
    } as const
    expect(await finishTicket(pool, withdraw)).toMatchObject({ errors: [{ reason: 'case-open' }] })
    await pool.query(
      `UPDATE divorce_case SET status = 'withdrawn', closed_at = now(), closed_by = 'x' WHERE id = $1`,
      [found?.id],
    )
    expect(accepted(await finishTicket(pool, withdraw))).toMatchObject({ outcome: 'withdrawn' })
  })
})

describe('papers', () => {
  test('are ticked, and what is missing is told at once, with its rules', async () => {
    const { desk, ticket } = await atWindow()
    const unknown = { ...step(desk, ticket), seen: ['no-such-paper'], missing: [] }
    expect(await tickMaterials(pool, unknown)).toMatchObject({ errors: [{ path: 'materials' }] })
    const rules = await pool.query(
      `SELECT i.code, i.shared FROM checklist_item i JOIN checklist_rule_set r ON r.id = i.rule_set_id
       WHERE r.service = 'MARRIAGE' AND i.party_type = 'MAINLAND' AND r.valid_from <= $1 AND (r.valid_to IS NULL OR r.valid_to >= $1)`,
      [TODAY],
    )
    const codes: string[] = rows(rules).flatMap(({ code, shared }) =>
      shared ? [code] : [`1:${code}`, `2:${code}`],
    )
    const [lost = '', ...seen] = codes
    const { ticket: after, notice } = accepted(
      await tickMaterials(pool, { ...step(desk, ticket), seen, missing: [lost] }),
    )
    expect(after.materials).toMatchObject({ seen, missing: [lost] })
    expect(notice?.lines.map(({ key }) => key)).toEqual([lost])
    expect(notice?.ruleSet.id).toBe(after.materials?.ruleSetId)
    const all = accepted(await tickMaterials(pool, { ...step(desk, after), seen: codes, missing: [] }))
    expect(all.notice).toBeUndefined()
  })
})

describe('a missed appointment', () => {
  test('is put down for who did not come, never for who was here', async () => {
    const desk = await plantDesk(pool)
    const { officeId, clerk: actor } = desk
    const { code } = await agreed(pool, desk)
    const at = { actor, officeId, code }
    accepted(await recordArrival(pool, { ...at, roles: [1], now: todayAt('09:50') }))
    const miss = { ...at, now: todayAt('17:00') }
    expect(await recordMiss(pool, { ...miss, roles: [1, 2] })).toMatchObject({
      errors: [{ reason: 'already-here' }],
    })
    expect(accepted(await recordMiss(pool, { ...miss, roles: [2] }))).toMatchObject({ status: 'no-show' })
  })
})

function rows(result: { rows: { code: string; shared: boolean }[] }) {
  return result.rows
}
