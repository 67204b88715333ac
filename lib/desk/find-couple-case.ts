import { openParty } from '#lib/booking/open-party.ts'
import type { Pool } from '#lib/db/pool.ts'
import { findOpenCase } from '#lib/divorce/find-open-case.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { Expected } from './expected.sql.ts'

/**
 * The open case of exactly the two people of an appointment, accepted at its office: the acceptance form was filled in
 * while they stood at the window. Undefined for anybody else's case.
 */
export async function findCoupleCase(pool: Pool, one: Expected): Promise<DivorceCase | undefined> {
  const people = one.people.map(({ role, sealed }) => openParty(one.id, role, sealed))
  const [first] = people
  const found = first && people.length === 2 ? await findOpenCase(pool, first) : undefined
  if (found?.officeId !== one.officeId) return undefined
  const isTheirs = people.every(({ documentType, documentNumber }) => {
    const index = indexPerson(documentType, documentNumber)
    return found.parties.some(({ personIndex }) => personIndex.equals(index))
  })
  return isTheirs ? found : undefined
}
