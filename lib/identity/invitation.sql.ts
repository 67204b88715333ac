import type { Pool, PoolClient } from 'pg'

type Handle = Pool | PoolClient

export type InvitationPurpose = 'activate' | 'reset-password' | 'reset-totp'

/** A new link; those for the same purpose that were not used yet are worth nothing from now on. */
export async function insertInvitation(
  client: Handle,
  row: {
    readonly tokenHash: Buffer
    readonly staffId: string
    readonly purpose: InvitationPurpose
    readonly createdBy: string | undefined
    readonly now: Date
    readonly expiresAt: Date
  },
): Promise<void> {
  await client.query(
    'DELETE FROM staff_invitation WHERE staff_id = $1 AND purpose = $2 AND used_at IS NULL',
    [row.staffId, row.purpose],
  )
  await client.query(
    `INSERT INTO staff_invitation (token_hash, staff_id, purpose, created_at, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.tokenHash, row.staffId, row.purpose, row.now, row.createdBy ?? null, row.expiresAt],
  )
}

export interface InvitationRow {
  readonly staffId: string
  readonly username: string
  readonly name: string
  readonly purpose: InvitationPurpose
  readonly expiresAt: Date
}

/** A link that still counts, of somebody who is not disabled. */
export async function selectInvitation(
  client: Handle,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | undefined> {
  const { rows } = await client.query<InvitationRow>(
    `SELECT s.id AS "staffId", s.username, s.name, i.purpose, i.expires_at AS "expiresAt"
     FROM staff_invitation i JOIN staff s ON s.id = i.staff_id
     WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2 AND s.disabled_at IS NULL`,
    [tokenHash, now],
  )
  return rows[0]
}

/** Uses the link up; false when somebody was quicker. The row decides. */
export async function redeemInvitation(client: Handle, tokenHash: Buffer, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE staff_invitation SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
    [tokenHash, now],
  )
  return rowCount === 1
}

/** A link that was made for somebody, and what became of it. */
export interface LinkRow {
  readonly purpose: InvitationPurpose
  readonly createdAt: Date
  /** Who made it; `null` where the house itself did, at its start or on the operator's command. */
  readonly createdByName: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** The last links for somebody, the latest first. */
export async function selectLinks(client: Handle, staffId: string, most: number): Promise<LinkRow[]> {
  const { rows } = await client.query<LinkRow>(
    `SELECT i.purpose, i.created_at AS "createdAt", maker.name AS "createdByName", i.expires_at AS "expiresAt",
       i.used_at AS "usedAt"
     FROM staff_invitation i LEFT JOIN staff maker ON maker.id = i.created_by
     WHERE i.staff_id = $1 ORDER BY i.created_at DESC LIMIT $2`,
    [staffId, most],
  )
  return rows
}
