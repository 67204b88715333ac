import { redirect } from 'next/navigation'
import { cache } from 'react'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { findOpenCase } from '#lib/divorce/find-open-case.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { openCasePeople } from '#lib/divorce/open-case-people.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { isSameDocument, type PartyFacts } from '#lib/domain/party.ts'
import { loadActor, requireActor } from './actor.ts'

/** Where somebody stands who comes for a second visit. */
export interface OwnCase {
  readonly found: DivorceCase
  readonly self: PartyFacts
  /** The other of the two. */
  readonly other: PartyFacts
  /** The visit that is booked already, or waits for the other's word. */
  readonly visit: AppointmentView | undefined
}

/** The open case of the one who is signed in, once per request; undefined without one. */
export const loadOwnCase = cache(async (): Promise<OwnCase | undefined> => {
  const actor = await loadActor()
  return actor && readOwnCase(actor)
})

/**
 * The same for the pages on which its visit is booked. Nobody signs in first, and comes back to `returnTo`; who has no
 * open case, or has booked already, is led to where that is told. Redirects by throwing.
 */
export async function requireOwnCase(returnTo: string): Promise<OwnCase> {
  await requireActor(returnTo)
  const own = await loadOwnCase()
  if (!own) redirect('/progress')
  if (own.visit) redirect(`/appointment/${own.visit.code}`)
  return own
}

async function readOwnCase(actor: Actor): Promise<OwnCase | undefined> {
  const identity = identityOf(actor)
  const found = identity && (await findOpenCase(pool(), identity))
  if (!found) return undefined
  const people = openCasePeople(found)
  const self = people.find((person) => isSameDocument(person, identity))
  const other = people.find((person) => person !== self)
  if (!self || !other) return undefined
  const appointments = await listOwnAppointments(pool(), actor, new Date())
  const visit = appointments.find(({ caseId, status }) => caseId === found.id && isActive(status))
  return { found, self, other, visit }
}
