import type { Pool } from 'pg'
import { indexPerson } from '#lib/identity/index-person.ts'
import type { Somebody } from './sign-in.ts'
import { takeKeys } from './take-keys.ts'

/** Somebody has been signed in for so many minutes longer. */
export async function ageSessions(database: Pool, person: Somebody, minutes: number): Promise<void> {
  takeKeys()
  await database.query(
    `UPDATE person_session SET created_at = created_at - make_interval(mins => $2)
     WHERE person_id IN (SELECT id FROM person WHERE person_index = $1)`,
    [indexPerson(person.documentType, person.documentNumber), minutes],
  )
}
