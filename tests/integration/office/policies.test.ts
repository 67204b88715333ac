import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { PolicyDraft } from '#lib/domain/policy-draft.ts'
import type { PolicyKey, PolicyValue } from '#lib/domain/policy-key.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { adoptPolicyBase } from '#lib/office/adopt-policy-base.ts'
import { approvePolicy } from '#lib/office/approve-policy.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { listPolicies } from '#lib/office/list-policies.ts'
import { loadDeadlineReading } from '#lib/office/load-deadline-reading.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { previewPolicy } from '#lib/office/preview-policy.ts'
import { proposePolicy } from '#lib/office/propose-policy.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { actorOf } from '../identity/fixtures/staff-office.ts'

const { pool } = await openTestDatabase()
await plantOffice(pool, { id: 'anji', regionCode: '330523' })
await plantOffice(pool, { id: 'guangming', regionCode: '440311' })

const now = new Date('2026-11-22T02:00:00Z')
const on = (day: string) => new Date(`${day}T02:00:00Z`)
const NATION = { scope: 'national', scopeId: 'CN' } as const
const ANJI = { scope: 'office', scopeId: 'anji' } as const
const national = () => actorOf(randomUUID(), [{ role: 'province-admin', ...NATION }])
const asker = national()
const decider = national()

const fresh = (key: PolicyKey, value: PolicyValue, day: string): PolicyDraft => {
  return { change: 'new', key, value, validFrom: calendarDate(day), source: '试行办法' }
}

async function propose(draft: PolicyDraft, place: Scope = NATION, at = now) {
  const seen = await previewPolicy(pool, { actor: asker, place, draft, now: at })
  if (!seen.ok) return seen
  const { basis } = seen.value.request
  return proposePolicy(pool, { actor: asker, place, draft, basis, note: '更稳', now: at })
}

async function asked(draft: PolicyDraft, place: Scope = NATION): Promise<string> {
  const proposed = await propose(draft, place)
  if (!proposed.ok) throw new Error(JSON.stringify(proposed))
  return proposed.value.approvalId
}

const agree = (id: string, at = now) => approvePolicy(pool, { actor: decider, id, approve: true, now: at })

async function valueOn(day: string, officeId = 'anji') {
  forgetRules()
  return (await loadPolicy(pool, officeId, on(day))).horizonDays
}

beforeEach(async () => {
  await pool.query('TRUNCATE policy, approval')
  adoptPolicyBase(DEFAULT_POLICY)
})

describe('a rule is changed by a version that another one agreed to', () => {
  test('it holds on its day and not before, ends the one before it, and can be taken back until then', async () => {
    const first = await asked(fresh('horizonDays', 20, '2026-11-22'))
    expect(await valueOn('2026-11-22')).toBe(30)
    expect(await approvePolicy(pool, { actor: asker, id: first, approve: true, now })).toMatchObject({
      errors: [{ reason: 'own-request' }],
    })
    expect(await agree(first)).toMatchObject({ ok: true })
    expect(await agree(await asked(fresh('horizonDays', 10, '2026-12-01')))).toMatchObject({ ok: true })
    expect([await valueOn('2026-11-30'), await valueOn('2026-12-01')]).toEqual([20, 10])

    const listed = await listPolicies(pool, { actor: asker, place: ANJI, now: on('2026-12-01') })
    const row = listed.ok ? listed.value.rows.find(({ key }) => key === 'horizonDays') : undefined
    expect(row).toMatchObject({ value: 10, origin: { scope: 'national', source: '试行办法' }, coming: [] })
    const whole = await listPolicies(pool, { actor: asker, place: NATION, now })
    const own = whole.ok ? whole.value.rows.find(({ key }) => key === 'horizonDays') : undefined
    expect(own).toMatchObject({ value: 20, origin: { validTo: '2026-11-30' }, coming: [{ value: 10 }] })

    const versionId = own?.coming[0]?.id ?? ''
    const back = { change: 'take-back', key: 'horizonDays', versionId } as const
    expect(await propose(back, NATION, on('2026-12-01'))).toMatchObject({ errors: [{ reason: 'has-begun' }] })
    expect(await agree(await asked(back))).toMatchObject({ ok: true })
    expect(await valueOn('2027-01-01')).toBe(20)
    const after = await listPolicies(pool, { actor: asker, place: NATION, now })
    expect(after.ok && after.value.rows[0]).toMatchObject({
      origin: { validTo: null },
      coming: [],
      past: [{ value: 10, isTakenBack: true }],
    })
    const { rows } = await pool.query(`SELECT act FROM audit_entry WHERE subject_kind = 'policy' ORDER BY id`)
    expect(rows.map(({ act }) => act)).toEqual([
      'policy-put-in-force',
      'policy-put-in-force',
      'policy-taken-back',
    ])
  })

  test('of two requests for one key the second is asked for again; a day that is over is not begun', async () => {
    const [one, two] = [
      await asked(fresh('horizonDays', 20, '2026-12-01')),
      await asked(fresh('horizonDays', 25, '2026-12-10')),
    ]
    expect(await agree(one)).toMatchObject({ ok: true })
    expect(await agree(two)).toMatchObject({ errors: [{ reason: 'changed-meanwhile' }] })
    expect(await valueOn('2026-12-10')).toBe(20)
    expect(await propose(fresh('horizonDays', 25, '2026-12-01'))).toMatchObject({
      errors: [{ reason: 'day-taken' }],
    })
    expect(await propose(fresh('horizonDays', 25, '2026-11-21'))).toMatchObject({
      errors: [{ reason: 'day-over' }],
    })
    const late = await asked(fresh('mostMoves', 5, '2026-11-23'))
    expect(await agree(late, on('2026-11-24'))).toMatchObject({ errors: [{ reason: 'day-over' }] })
  })

  test('what would not stand together with the rules of a place below is refused, when asked and when agreed', async () => {
    expect(await agree(await asked(fresh('minLeadDays', 12, '2026-12-05'), ANJI))).toMatchObject({ ok: true })
    const clash = { path: 'rules.office.anji.horizonDays', reason: 'horizon-before-lead' }
    expect(await propose(fresh('horizonDays', 10, '2026-12-01'))).toMatchObject({ errors: [clash] })
    expect(await propose(fresh('horizonDays', 12, '2026-12-01'))).toMatchObject({ ok: true })
    const slow = await propose(fresh('ratingContactDays', 20, '2026-12-01'), ANJI)
    const never = { path: 'rules.office.anji.ratingCloseDays', reason: 'close-before-contact' }
    expect(slow).toMatchObject({ errors: [never] })
    expect(await propose(fresh('ratingContactDays', -1, '2026-12-01'), ANJI)).toMatchObject({
      errors: [{ path: 'value', reason: 'too-small' }],
    })
    const waiting = await asked(fresh('cutoffPreviousDay', '16:00', '2026-12-01'))
    await pool.query(
      `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, source)
       VALUES ('x', 'region', '440000', 'minLeadDays', '0', '2026-01-01', 'test'),
         ('y', 'region', '440000', 'cutoffPreviousDay', 'null', '2026-01-01', 'test')`,
    )
    // The province has no closing time of its own, so nothing is wrong there, but giving it one would be.
    expect(await agree(waiting)).toMatchObject({ ok: true })
    const place = { scope: 'region', scopeId: '440000' } as const
    expect(await propose(fresh('cutoffPreviousDay', '15:00', '2026-12-01'), place)).toMatchObject({
      errors: [{ path: 'rules.region.440000.cutoffPreviousDay', reason: 'cutoff-of-same-day' }],
    })
  })

  test('a fault that came in between is found when somebody agrees', async () => {
    const waiting = await asked(fresh('minLeadDays', 0, '2026-12-01'), ANJI).catch(() => undefined)
    expect(waiting).toBeUndefined()
    const narrow = await asked(fresh('horizonDays', 5, '2026-12-01'))
    await pool.query(
      `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, source)
       VALUES ('x', 'office', 'guangming', 'minLeadDays', '9', '2026-12-20', 'test')`,
    )
    const answer = await agree(narrow)
    expect(answer).toMatchObject({
      errors: [{ path: 'rules.office.guangming.horizonDays', reason: 'horizon-before-lead' }],
    })
    const { rows } = await pool.query('SELECT state FROM approval WHERE id = $1', [narrow])
    expect(rows).toEqual([{ state: 'open' }])
  })

  test('how the law is read changes for applications of that day on, only with a source, by who may', async () => {
    const switched = fresh('shiftFirstPeriod', false, '2026-12-01')
    expect(await propose({ ...switched, source: ' ' } as PolicyDraft)).toMatchObject({
      errors: [{ path: 'source', reason: 'required' }],
    })
    expect(await propose(fresh('shiftFirstPeriod', null, '2026-12-01'))).toMatchObject({
      errors: [{ path: 'value', reason: 'required' }],
    })
    expect(await agree(await asked(switched))).toMatchObject({ ok: true })
    forgetRules()
    const reading = (acceptedOn: string) =>
      loadDeadlineReading(pool, 'anji', { acceptedOn: calendarDate(acceptedOn), now: on('2026-12-05') })
    expect((await reading('2026-11-30')).shiftFirstPeriod).toBe(true)
    expect((await reading('2026-12-01')).shiftFirstPeriod).toBe(false)

    const manager = actorOf(randomUUID(), [{ role: 'office-manager', ...ANJI }])
    const place = { scope: 'region', scopeId: '330000' } as const
    const theirs = { actor: manager, draft: fresh('mostMoves', 1, '2026-12-01'), basis: '', note: '.', now }
    expect(await proposePolicy(pool, { ...theirs, place })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
    expect(await listPolicies(pool, { actor: manager, place: NATION, now })).toMatchObject({ ok: false })
    const id = await asked(fresh('mostMoves', 1, '2026-12-01'), ANJI)
    expect(await approvePolicy(pool, { actor: manager, id, approve: true, now })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
  })
})
