import type { Pool } from '#lib/db/pool.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { readOpenWishes, type VisitRecord } from './home.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'

/** What of a wish its asker sees again. */
export type OwnVisit = Pick<
  VisitRecord,
  'id' | 'officeId' | 'service' | 'state' | 'visitOn' | 'startTime' | 'version' | 'createdAt'
>

/**
 * The wishes for a visit that somebody has sent and that are not over. Who asked is sealed with the rest and has no
 * column of its own, so those that are open are unsealed one by one: there are never many, and this page is seldom asked.
 */
export async function listOwnVisits(pool: Pool, { actor }: { readonly actor: Actor }): Promise<OwnVisit[]> {
  const identity = identityOf(actor)
  if (!identity) return []
  const own = indexPerson(identity.documentType, identity.documentNumber).toString('base64')
  const open = await readOpenWishes(pool)
  return open
    .filter((visit) => openHomeVisit(visit).askedBy === own)
    .map(({ id, officeId, service, state, visitOn, startTime, version, createdAt }) => {
      return { id, officeId, service, state, visitOn, startTime, version, createdAt }
    })
}
