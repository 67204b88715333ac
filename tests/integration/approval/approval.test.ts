import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { askApproval } from '#lib/approval/ask-approval.ts'
import { countApprovals } from '#lib/approval/count-approvals.ts'
import { decideApproval, type Performer } from '#lib/approval/decide-approval.ts'
import { listApprovals } from '#lib/approval/list-approvals.ts'
import { takeApproval } from '#lib/approval/take-approval.ts'
import { withdrawApproval } from '#lib/approval/withdraw-approval.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { ApprovalKind } from '#lib/domain/approval.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { actorOf } from '../identity/fixtures/staff-office.ts'

const { pool } = await openTestDatabase()
await plantOffice(pool, { id: 'anji', regionCode: '330523' })
await plantOffice(pool, { id: 'elsewhere', regionCode: '440311' })

const now = new Date('2026-11-22T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const somebody = (grant: StaffGrant) => actorOf(randomUUID(), [grant])
const manager = () => somebody({ role: 'office-manager', scope: 'office', scopeId: 'anji' })
const admin = (scopeId = '330000') => somebody({ role: 'province-admin', scope: 'region', scopeId })
const HERE = { scope: 'office', scopeId: 'anji', officeRegion: '330523' } as const

const tryAsking = (
  actor: ReturnType<typeof somebody>,
  payload: Readonly<Record<string, unknown>>,
  kind: ApprovalKind = 'bulk-cancel',
  place: typeof HERE | Place = HERE,
) => {
  const request = { kind, ...place, payload, note: '停电', actor, now }
  return poolTransaction(pool, (client) => askApproval(client, request))
}

async function ask(actor = manager(), kind?: ApprovalKind, place?: typeof HERE | Place) {
  return accepted(await tryAsking(actor, { day: '2026-12-01', turn: randomUUID() }, kind, place))
}
type Place = { readonly scope: 'national' | 'region'; readonly scopeId: string }

const take = (id: string, at = now) =>
  poolTransaction(pool, (client) => takeApproval(client, { id, kind: 'bulk-cancel', now: at }))

describe('a second pair of eyes', () => {
  test('nobody agrees to their own request, by the verb, on the page or by the table', async () => {
    const both = actorOf(randomUUID(), [...manager().grants, ...admin().grants])
    const id = await ask(both)
    expect(await decideApproval(pool, { actor: both, id, approve: true, now })).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'own-request' }],
    })
    const [own] = await listApprovals(pool, { actor: both, list: 'waiting', now })
    expect(own).toMatchObject({ id, isOwn: true, mayDecide: false, askedBy: both.id })
    expect(await countApprovals(pool, { actor: both, now })).toBe(0)
    const forced = `UPDATE approval SET state = 'approved', decided_by = $2, decided_at = $3 WHERE id = $1`
    await expect(pool.query(forced, [id, both.id, now])).rejects.toThrow('approval_decided_by_another')
    await expect(pool.query(`UPDATE approval SET used_at = $2 WHERE id = $1`, [id, now])).rejects.toThrow(
      'approval_used_when_approved',
    )
    // The control: another one may, and it is exactly the one who decides that differs.
    expect(await decideApproval(pool, { actor: admin(), id, approve: true, now })).toMatchObject({ ok: true })
  })

  test('who may agree depends on the kind and on the place, be it an office, a region or the nation', async () => {
    const id = await ask()
    const strangers = [
      admin('440000'),
      somebody({ role: 'office-manager', scope: 'office', scopeId: 'elsewhere' }),
      somebody({ role: 'auditor', scope: 'region', scopeId: '330000' }),
      somebody({ role: 'senior-clerk', scope: 'office', scopeId: 'anji' }),
    ]
    for (const actor of strangers)
      expect(await decideApproval(pool, { actor, id, approve: true, now })).toMatchObject({
        errors: [{ reason: 'not-in-role' }],
      })
    const ofCity = somebody({ role: 'city-admin', scope: 'region', scopeId: '330500' })
    const region = await ask(admin(), 'policy', { scope: 'region', scopeId: '330000' })
    const nation = somebody({ role: 'province-admin', scope: 'national', scopeId: 'CN' })
    const national = await ask(nation, 'policy', { scope: 'national', scopeId: 'CN' })
    for (const [one, actor] of [
      [region, ofCity],
      [national, admin()],
    ] as const)
      expect(await decideApproval(pool, { actor, id: one, approve: false, answer: '不', now })).toMatchObject(
        {
          errors: [{ reason: 'not-in-role' }],
        },
      )
    const seen = async (actor: typeof ofCity) =>
      (await listApprovals(pool, { actor, list: 'waiting', now })).map((one) => one.id)
    expect(await seen(ofCity)).toEqual([id])
    expect(await seen(admin())).toEqual(expect.arrayContaining([id, region]))
    expect(await seen(nation)).toEqual(expect.arrayContaining([id, region, national]))
    expect(await seen(admin('440000'))).toEqual([])
    await expect(ask(somebody({ role: 'clerk', scope: 'office', scopeId: 'anji' }))).rejects.toThrow(
      'without the right',
    )
  })

  test('nobody is asked the same twice while it waits; afterwards it may be asked again', async () => {
    const [actor, other] = [manager(), manager()]
    const waits = { reason: 'not-allowed', errors: [{ path: 'note', reason: 'waits-already' }] }
    const [cancel, rule] = [{ day: '2026-12-02' }, { key: 'horizonDays', value: 30 }]
    const id = accepted(await tryAsking(actor, cancel))
    expect(await tryAsking(actor, cancel)).toMatchObject(waits)
    // Each makes use of their own agreement, so another one asks for themselves; a rule is the same whoever asks.
    accepted(await tryAsking(other, cancel))
    accepted(await tryAsking(actor, rule, 'policy'))
    expect(await tryAsking(other, rule, 'policy')).toMatchObject(waits)
    accepted(await tryAsking(other, { ...rule, value: 31 }, 'policy'))
    accepted(await withdrawApproval(pool, { actor, id, now }))
    accepted(await tryAsking(actor, cancel))
    const both = await Promise.allSettled([1, 2].map(() => tryAsking(actor, { day: '2026-12-03' })))
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1)
  })

  test('what was agreed to is taken once, and while it holds', async () => {
    const id = await ask()
    expect(await take(id)).toMatchObject({ errors: [{ reason: 'not-approved' }] })
    expect(await decideApproval(pool, { actor: admin(), id, approve: true, now })).toMatchObject({ ok: true })
    expect(await take(id, later(4))).toMatchObject({ errors: [{ reason: 'approval-expired' }] })
    const tries = await Promise.all([take(id), take(id)])
    expect(tries.filter(({ ok }) => ok)).toMatchObject([{ value: { payload: { day: '2026-12-01' } } }])
    expect(tries.filter(({ ok }) => !ok)).toMatchObject([{ errors: [{ reason: 'approval-used' }] }])
  })

  test('a request is refused with a reason, taken back by who asked, or grows old', async () => {
    const asker = manager()
    const [one, two, three] = [await ask(asker), await ask(asker), await ask(asker)]
    const no = { actor: admin(), id: one, approve: false, now }
    expect(await decideApproval(pool, { ...no, answer: ' ' })).toMatchObject({ reason: 'invalid-input' })
    expect(await decideApproval(pool, { ...no, answer: '再想想' })).toMatchObject({ ok: true })
    expect(await withdrawApproval(pool, { actor: manager(), id: two, now })).toMatchObject({
      errors: [{ reason: 'not-yours' }],
    })
    expect(await withdrawApproval(pool, { actor: asker, id: two, now })).toMatchObject({ ok: true })
    for (const id of [one, two])
      expect(await decideApproval(pool, { actor: admin(), id, approve: true, now })).toMatchObject({
        errors: [{ reason: 'request-answered' }],
      })
    expect(
      await decideApproval(pool, { actor: admin(), id: three, approve: true, now: later(3) }),
    ).toMatchObject({ errors: [{ reason: 'request-expired' }] })
    const over = await listApprovals(pool, { actor: asker, list: 'over', now: later(3) })
    const states = new Map(over.map(({ id, state }) => [id, state]))
    expect([one, two, three].map((id) => states.get(id))).toEqual(['refused', 'withdrawn', 'expired'])
    expect(await decideApproval(pool, { actor: admin(), id: 'no-uuid', approve: true, now })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('what is done at once is done with the agreement or not at all, and stands on the record', async () => {
    const id = await ask(manager(), 'policy')
    const decider = admin()
    const yes = { actor: decider, id, approve: true, now }
    await expect(decideApproval(pool, yes)).rejects.toThrow('nothing is said')
    expect(
      await decideApproval(pool, yes, { kind: 'policy', perform: async () => refuse('invalid-input') }),
    ).toMatchObject({ ok: false })
    const acts = async () =>
      (await pool.query('SELECT act, actor_id FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id])).rows
    expect((await acts()).map(({ act }) => act)).toEqual(['approval-asked'])
    let seen: unknown
    const note: Performer['perform'] = async (_, { payload, decidedBy }) => {
      seen = { payload, decidedBy }
      return accept(true)
    }
    expect(await decideApproval(pool, yes, { kind: 'text', perform: note })).toMatchObject({
      reason: 'not-found',
    })
    expect(seen).toBeUndefined()
    const done = await decideApproval(pool, yes, { kind: 'policy', perform: note })
    expect(done).toMatchObject({ ok: true })
    expect(seen).toMatchObject({ payload: { day: '2026-12-01' }, decidedBy: decider.id })
    expect(await acts()).toMatchObject([{}, { act: 'approval-approved', actor_id: decider.id }])
  })
})
