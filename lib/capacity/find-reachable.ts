import { openParty } from '#lib/booking/open-party.ts'
import type { Contact } from '#lib/domain/contact.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { Queryable } from './plan.sql.ts'
import { type Reach, readReach } from './seats.sql.ts'

/** Of which of these appointments each of the people gets a message; for all of them at once. */
export async function findReachable(
  queryable: Queryable,
  appointmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (appointmentIds.length === 0) return new Set()
  const people = await readReach(queryable, appointmentIds)
  const isReached = Map.groupBy(people, ({ appointmentId }) => appointmentId)
  return new Set([...isReached].filter(([, own]) => own.every(reaches)).map(([id]) => id))
}

function reaches({ appointmentId, role, sealed, personIndex, contact, dead }: Reach): boolean {
  if (contact && !dead) return true
  const isSafe = contact
    ? openJson<Contact>(`contact ${personIndex.toString('hex')}`, contact).safe === true
    : false
  return !isSafe && openParty(appointmentId, role, sealed).phone !== ''
}
