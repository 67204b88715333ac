import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { mayEndVisit } from '#lib/domain/home-visit.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { lockVisit, writeEnd } from './home.sql.ts'
import { tellDesk } from './live.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'

/**
 * Whoever asked for a visit no longer wishes for it, also when its day is set already: it is off the route of the day
 * at once. To everybody else it does not exist. Refuses a visit that is over.
 */
export async function withdrawHomeVisit(
  pool: Pool,
  wish: { readonly actor: Actor; readonly visitId: string; readonly now: Date },
): Promise<Result<true>> {
  const { actor, visitId: id, now } = wish
  const identity = identityOf(actor)
  if (!identity || !isUuid(id)) return refuse('not-found')
  const own = indexPerson(identity.documentType, identity.documentNumber).toString('base64')
  return poolTransaction(pool, async (client) => {
    const visit = await lockVisit(client, id)
    if (!visit || openHomeVisit(visit).askedBy !== own) return refuse('not-found')
    if (!mayEndVisit(visit.state, 'withdrawn'))
      return refuse('not-allowed', [{ path: 'state', reason: 'visit-has-ended' }])
    await writeEnd(client, { id, state: 'withdrawn', reason: undefined, now })
    await writeEntry(client, {
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      act: 'home-visit-withdrawn',
      subjectKind: 'home-visit',
      subjectId: id,
      officeId: visit.officeId,
    })
    await tellDesk(client, visit.officeId)
    return accept(true)
  })
}
