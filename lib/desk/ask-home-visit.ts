import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { HOME_VISIT_SERVICES, type HomeVisitInput, readHomeVisit } from '#lib/domain/home-visit.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { insertVisit, readVisitingOffices } from './home.sql.ts'
import { openGate } from './open-gate.ts'
import { sealHomeVisit } from './seal-home-visit.ts'
import { tellVisited } from './tell-visited.ts'

/**
 * Somebody who cannot come asks an office to come, signed in or through a clerk on the telephone. The wish is sealed;
 * both people are told by message, so that nobody is visited without knowing. The same `key` is one wish. Refuses an
 * office that does not go out for this, and every field that is wrong.
 */
export async function askHomeVisit(
  pool: Pool,
  wish: {
    readonly actor: Actor
    readonly officeId: string
    readonly input: HomeVisitInput
    /** A UUID made before the first try. */
    readonly key: string
    readonly locale: Locale
    readonly now: Date
  },
): Promise<Result<{ readonly id: string }>> {
  const { actor, officeId, key: id, locale, now } = wish
  if (actor.kind === 'channel') return refuse('not-allowed', [{ path: 'actor', reason: 'in-person-only' }])
  const place = actor.kind === 'staff' && (await openGate(pool, { actor, officeId, now }, 'see-home-visits'))
  if (place && 'ok' in place) return place
  if (!isUuid(id)) return refuse('invalid-input', [{ path: 'key', reason: 'uuid' }])
  const read = readHomeVisit(wish.input)
  if (!read.ok) return read
  const { service, reason, ...told } = read.value
  const offices = await readVisitingOffices(pool, HOME_VISIT_SERVICES)
  if (!offices.some((one) => one.id === officeId && one.services.includes(service)))
    return refuse('not-allowed', [{ path: 'officeId', reason: 'no-home-visits' }])
  const identity = identityOf(actor)
  const askedBy = identity && indexPerson(identity.documentType, identity.documentNumber).toString('base64')
  const sealed = sealHomeVisit(id, { ...told, ...(askedBy ? { askedBy } : {}) })
  const createdBy = actor.kind === 'staff' ? actor.id : undefined
  await poolTransaction(pool, async (client) => {
    const row = { id, officeId, service, reason, sealed, locale, createdAt: now, createdBy }
    if (!(await insertVisit(client, row))) return
    await writeEntry(client, {
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      act: 'home-visit-asked',
      subjectKind: 'home-visit',
      subjectId: id,
      officeId,
      detail: { service },
    })
    const news = { event: 'home-visit-asked', people: told.people.length, now } as const
    await tellVisited(client, { id, locale, visitOn: null, startTime: null }, news)
  })
  return accept({ id })
}
