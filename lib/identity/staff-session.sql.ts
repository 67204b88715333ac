import type { Pool, PoolClient } from 'pg'
import type { BrowserFamily } from '#lib/domain/browser-family.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import type { Service } from '#lib/domain/service.ts'
import type { ShiftTimes } from '#lib/domain/staff-session.ts'

type Handle = Pool | PoolClient

export interface StaffSessionRow {
  readonly staffId: string
  readonly username: string
  readonly name: string
  readonly grants: readonly StaffGrant[]
  readonly createdAt: Date
  readonly secondFactorAt: Date | null
  readonly lastSeenAt: Date
  readonly lockedAt: Date | null
  readonly office: { readonly id: string; readonly name: LocalizedText; readonly regionCode: string } | null
  readonly window: string | null
}

/** A session that nobody has ended, of somebody who is not disabled; grants as they are now. */
export async function selectStaffSession(
  pool: Handle,
  tokenHash: Buffer,
): Promise<StaffSessionRow | undefined> {
  const { rows } = await pool.query<StaffSessionRow>(
    `SELECT s.id AS "staffId", s.username, s.name, t.created_at AS "createdAt",
       t.second_factor_at AS "secondFactorAt", t.last_seen_at AS "lastSeenAt", t.locked_at AS "lockedAt", t."window",
       CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name, 'regionCode', o.region_code) END AS office,
       coalesce((SELECT json_agg(json_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id))
         FROM staff_grant g WHERE g.staff_id = s.id), '[]') AS grants
     FROM staff_session t JOIN staff s ON s.id = t.staff_id LEFT JOIN office o ON o.id = t.office_id
     WHERE t.token_hash = $1 AND t.ended_at IS NULL AND s.disabled_at IS NULL`,
    [tokenHash],
  )
  return rows[0]
}

export async function insertStaffSession(
  client: Handle,
  row: {
    readonly tokenHash: Buffer
    readonly staffId: string
    readonly browser: BrowserFamily | undefined
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    'INSERT INTO staff_session (token_hash, staff_id, browser, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)',
    [row.tokenHash, row.staffId, row.browser ?? null, row.now],
  )
}

/** The code was right: the half sign-in becomes a whole one, under a new token. False when it no longer was half. */
export async function proveSession(
  client: Handle,
  { from, to, now }: { readonly from: Buffer; readonly to: Buffer; readonly now: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE staff_session SET token_hash = $2, second_factor_at = $3, last_seen_at = $3
     WHERE token_hash = $1 AND ended_at IS NULL AND second_factor_at IS NULL`,
    [from, to, now],
  )
  return rowCount === 1
}

/** Moves the last sign of life forward, never back, and never of a session that is locked. */
export async function touchStaffSession(pool: Handle, tokenHash: Buffer, now: Date): Promise<void> {
  await pool.query(
    `UPDATE staff_session SET last_seen_at = $2
     WHERE token_hash = $1 AND ended_at IS NULL AND locked_at IS NULL AND last_seen_at < $2`,
    [tokenHash, now],
  )
}

export async function lockSession(pool: Handle, tokenHash: Buffer, now: Date): Promise<void> {
  await pool.query(
    'UPDATE staff_session SET locked_at = $2 WHERE token_hash = $1 AND ended_at IS NULL AND locked_at IS NULL',
    [tokenHash, now],
  )
}

export async function unlockSession(client: Handle, tokenHash: Buffer, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE staff_session SET locked_at = NULL, last_seen_at = $2
     WHERE token_hash = $1 AND ended_at IS NULL AND second_factor_at IS NOT NULL`,
    [tokenHash, now],
  )
  return rowCount === 1
}

/** Ends one session; returns whose it was, undefined when it was over already. */
export async function closeStaffSession(
  client: Handle,
  tokenHash: Buffer,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await client.query<{ staffId: string }>(
    `UPDATE staff_session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL
     RETURNING staff_id AS "staffId"`,
    [tokenHash, now],
  )
  return rows[0]?.staffId
}

/** The offices where somebody with these places may work today; in the order in which the product lists them. */
export async function selectOfficesWithin(
  pool: Handle,
  grants: readonly StaffGrant[],
): Promise<{ readonly id: string; readonly name: LocalizedText; readonly regionCode: string }[]> {
  const { rows } = await pool.query<{ id: string; name: LocalizedText; regionCode: string }>(
    `SELECT id, name, region_code AS "regionCode" FROM office
     WHERE $1 OR id = ANY($2) OR region_code = ANY($3) OR left(region_code, 4) || '00' = ANY($3)
       OR left(region_code, 2) || '0000' = ANY($3)
     ORDER BY position`,
    [
      grants.some(({ scope }) => scope === 'national'),
      grants.filter(({ scope }) => scope === 'office').map(({ scopeId }) => scopeId),
      grants.filter(({ scope }) => scope === 'region').map(({ scopeId }) => scopeId),
    ],
  )
  return rows
}

/** The windows of an office that are in use, in their order. */
export async function selectWindows(
  pool: Handle,
  officeId: string,
): Promise<{ readonly name: string; readonly services: readonly Service[] }[]> {
  const { rows } = await pool.query<{ name: string; services: Service[] }>(
    'SELECT name, services FROM desk_window WHERE office_id = $1 AND open ORDER BY position',
    [officeId],
  )
  return rows
}

export async function placeSession(
  pool: Handle,
  tokenHash: Buffer,
  post: { readonly officeId: string; readonly window: string | undefined },
): Promise<void> {
  await pool.query(
    'UPDATE staff_session SET office_id = $2, "window" = $3 WHERE token_hash = $1 AND ended_at IS NULL',
    [tokenHash, post.officeId, post.window ?? null],
  )
}

/** Ends every session of somebody, but for the one to keep; returns how many were open. */
export async function closeStaffSessions(
  client: Handle,
  staffId: string,
  now: Date,
  keep?: Buffer,
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE staff_session SET ended_at = $2
     WHERE staff_id = $1 AND ended_at IS NULL AND ($3::bytea IS NULL OR token_hash <> $3)`,
    [staffId, now, keep ?? null],
  )
  return rowCount ?? 0
}

export interface OwnSessionRow extends ShiftTimes {
  readonly tokenHash: Buffer
  readonly officeName: LocalizedText | null
  readonly window: string | null
  readonly browser: string | null
}

/** The sessions of somebody that nobody has ended, the latest first. */
export async function selectOwnSessions(pool: Handle, staffId: string): Promise<OwnSessionRow[]> {
  const { rows } = await pool.query<OwnSessionRow>(
    `SELECT t.token_hash AS "tokenHash", t.created_at AS "createdAt", t.second_factor_at AS "secondFactorAt",
       t.last_seen_at AS "lastSeenAt", t.locked_at AS "lockedAt", o.name AS "officeName", t."window", t.browser
     FROM staff_session t LEFT JOIN office o ON o.id = t.office_id
     WHERE t.staff_id = $1 AND t.ended_at IS NULL AND t.second_factor_at IS NOT NULL
     ORDER BY t.created_at DESC LIMIT 50`,
    [staffId],
  )
  return rows
}
