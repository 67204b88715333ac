import type { PoolClient } from 'pg'

/** Something that waits for the word of another. */
export async function insertApproval(
  client: Pick<PoolClient, 'query'>,
  row: {
    readonly id: string
    readonly kind: string
    readonly scope: string
    readonly scopeId: string
    readonly payload: unknown
    readonly note: string
    readonly askedBy: string
    readonly askedAt: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  await client.query(
    `INSERT INTO approval (id, kind, scope, scope_id, payload, note, asked_by, asked_at, expires_at, state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`,
    [
      row.id,
      row.kind,
      row.scope,
      row.scopeId,
      JSON.stringify(row.payload),
      row.note,
      row.askedBy,
      row.askedAt,
      row.expiresAt,
    ],
  )
}

/** What was agreed to, locked until the end of the transaction; undefined when it was not, or the time for it is over. */
export async function lockApproved(
  client: Pick<PoolClient, 'query'>,
  wish: { readonly id: string; readonly kind: string; readonly now: Date },
): Promise<unknown> {
  const { rows } = await client.query<{ payload: unknown }>(
    `SELECT payload FROM approval WHERE id = $1 AND kind = $2 AND state = 'approved' AND expires_at > $3 FOR UPDATE`,
    [wish.id, wish.kind, wish.now],
  )
  return rows[0]?.payload
}
