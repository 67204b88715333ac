import type { Pool } from '#lib/db/pool.ts'
import type { Contact } from '#lib/domain/contact.ts'
import { openJson } from './open-json.ts'

/** The contact that this person has chosen, and whether messages to it have come back; undefined without one. */
export async function findContact(
  pool: Pool,
  personIndex: Uint8Array,
): Promise<(Contact & { readonly dead: boolean }) | undefined> {
  const { rows } = await pool.query<{ sealed: Buffer; dead: boolean }>(
    'SELECT sealed, dead_since IS NOT NULL AS dead FROM contact WHERE person_index = $1',
    [personIndex],
  )
  const row = rows[0]
  if (!row) return undefined
  const contact = openJson<Contact>(`contact ${Buffer.from(personIndex).toString('hex')}`, row.sealed)
  return { ...contact, dead: row.dead }
}
