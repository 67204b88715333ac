import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { HOME_VISIT_ENDS, HOME_VISIT_REFUSALS, mayEndVisit } from '#lib/domain/home-visit.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { lockVisit, writeEnd } from './home.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'
import { tellVisited } from './tell-visited.ts'

/**
 * A visit was made, is refused with a reason, or is no longer wished for. Whoever may see visits puts down what
 * happened; only who plans them may say no, and then both people are told why.
 */
export async function endHomeVisit(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly visitId: string
    readonly version: number
    readonly end: string
    /** Of a refusal. */
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, visitId: id, now } = wish
  if (!isUuid(id)) return refuse('not-found')
  return poolTransaction(pool, async (client) => {
    const visit = await lockVisit(client, id)
    if (!visit) return refuse('not-found')
    const { officeId } = visit
    const end = HOME_VISIT_ENDS.find((one) => one === wish.end)
    const act = end === 'refused' ? 'plan-home-visit' : 'see-home-visits'
    const refusal = refuseStaff(actor, act, { id: officeId, regionCode: visit.regionCode })
    if (refusal) return refusal
    if (!end) return refuse('invalid-input', [{ path: 'end', reason: 'required' }])
    if (visit.version !== wish.version)
      return refuse('not-allowed', [{ path: 'version', reason: 'changed-meanwhile' }])
    if (!mayEndVisit(visit.state, end)) {
      const reason = visit.state === 'asked' ? 'visit-not-planned' : 'visit-has-ended'
      return refuse('not-allowed', [{ path: 'end', reason }])
    }
    const reason = HOME_VISIT_REFUSALS.find((one) => one === wish.reason)
    if (end === 'refused' && !reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
    await writeEnd(client, { id, state: end, reason: end === 'refused' ? reason : undefined, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: `home-visit-${end}`,
      subjectKind: 'home-visit',
      subjectId: id,
      officeId,
      ...(end === 'refused' ? { detail: { reason } } : {}),
    })
    const people = openHomeVisit(visit).people.length
    if (end === 'refused') await tellVisited(client, visit, { event: 'home-visit-refused', people, now })
    return accept(true)
  })
}
