import type { Pool, PoolClient } from 'pg'

type Handle = Pool | PoolClient

export interface StaffSecrets {
  readonly id: string
  readonly username: string
  readonly name: string
  /** None until the account is activated. */
  readonly passwordHash: string | null
  readonly totpSecret: Buffer | null
}

/**
 * Uses up one try at the password of an account and hands out what it is compared with; undefined where there is no
 * such account, it is disabled, or has to wait. `delays` are the seconds to wait after the first, second … wrong try.
 * The row decides, so of a thousand tries at once ten are compared.
 */
export async function spendPasswordTry(
  pool: Pool,
  {
    username,
    delays,
    now,
  }: { readonly username: string; readonly delays: readonly number[]; readonly now: Date },
): Promise<StaffSecrets | undefined> {
  const { rows } = await pool.query<StaffSecrets>(
    `UPDATE staff SET wrong_tries = wrong_tries + 1,
       wait_until = $3::timestamptz
         + nullif(($2::int[])[least(wrong_tries + 1, cardinality($2::int[]))], 0) * interval '1 second'
     WHERE username = $1 AND disabled_at IS NULL AND (wait_until IS NULL OR wait_until <= $3)
     RETURNING id, username, name, password_hash AS "passwordHash", totp_secret AS "totpSecret"`,
    [username, delays, now],
  )
  return rows[0]
}

/** The password was right: all tries are given back. */
export async function forgiveTries(client: Handle, staffId: string): Promise<void> {
  await client.query('UPDATE staff SET wrong_tries = 0, wait_until = NULL WHERE id = $1', [staffId])
}

export async function selectStaffSecrets(pool: Handle, staffId: string): Promise<StaffSecrets | undefined> {
  const { rows } = await pool.query<StaffSecrets>(
    `SELECT id, username, name, password_hash AS "passwordHash", totp_secret AS "totpSecret"
     FROM staff WHERE id = $1 AND disabled_at IS NULL`,
    [staffId],
  )
  return rows[0]
}

/** Uses a time step of the authenticator; false when it, or a later one, was used already. The row decides. */
export async function takeTotpStep(client: Handle, staffId: string, step: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE staff SET totp_last_step = $2
     WHERE id = $1 AND disabled_at IS NULL AND (totp_last_step IS NULL OR totp_last_step < $2)`,
    [staffId, step],
  )
  return rowCount === 1
}
