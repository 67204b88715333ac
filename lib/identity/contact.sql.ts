import type { PoolClient } from 'pg'

/** The one contact of a person, in place of the one before; what was dead or proved of that one no longer counts. */
export async function putContact(
  client: PoolClient,
  row: { readonly personIndex: Buffer; readonly sealed: Buffer; readonly now: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO contact (person_index, sealed, verified_at, updated_at) VALUES ($1, $2, $3, $3)
     ON CONFLICT (person_index) DO UPDATE
       SET sealed = excluded.sealed, verified_at = excluded.verified_at, dead_since = NULL, updated_at = excluded.updated_at`,
    [row.personIndex, row.sealed, row.now],
  )
}
