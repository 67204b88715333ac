import type { Pool, PoolClient } from 'pg'
import type { CodePurpose } from '#lib/domain/one-time-code.ts'

/** What a code is bound to. */
export interface CodeBinding {
  readonly sessionId: string
  readonly purpose: CodePurpose
  /** Blind index of the address. */
  readonly address: Buffer
}

export async function insertCode(
  client: PoolClient,
  row: CodeBinding & { readonly id: string; readonly codeHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO one_time_code (id, session_id, purpose, address, code_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.sessionId, row.purpose, row.address, row.codeHash, row.expiresAt],
  )
}

/**
 * Uses a try of every code that still counts for this binding and hands those out for comparison. Of a thousand tries
 * at once each code is handed out at most `tries` times: the row decides.
 */
export async function spendCodeTries(
  pool: Pool,
  { sessionId, purpose, address }: CodeBinding,
  { tries, now }: { readonly tries: number; readonly now: Date },
): Promise<{ id: string; codeHash: Buffer }[]> {
  const { rows } = await pool.query<{ id: string; codeHash: Buffer }>(
    `UPDATE one_time_code SET tries = tries + 1
     WHERE tries < $4 AND used_at IS NULL AND id IN (
       SELECT id FROM one_time_code
       WHERE session_id = $1 AND purpose = $2 AND address = $3 AND used_at IS NULL AND expires_at > $5
       ORDER BY id FOR UPDATE)
     RETURNING id, code_hash AS "codeHash"`,
    [sessionId, purpose, address, tries, now],
  )
  return rows
}

/** Uses up a code, and with it its elder sisters; false when it was used already. */
export async function redeemCode(pool: Pool, binding: CodeBinding, id: string, now: Date): Promise<boolean> {
  const { sessionId, purpose, address } = binding
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE one_time_code SET used_at = $4
     WHERE used_at IS NULL AND id IN (
       SELECT id FROM one_time_code WHERE session_id = $1 AND purpose = $2 AND address = $3 AND used_at IS NULL
       ORDER BY id FOR UPDATE)
     RETURNING id`,
    [sessionId, purpose, address, now],
  )
  return rows.some((row) => row.id === id)
}

/** Codes long over are forgotten. */
export async function deleteCodes(pool: Pool, expiredBefore: Date): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM one_time_code WHERE expires_at < $1', [expiredBefore])
  return rowCount ?? 0
}
