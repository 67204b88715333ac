import type { Pool, PoolClient } from 'pg'
import type { StaffGrant, StaffRole } from '#lib/domain/permissions.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { type PlacedGrant, placeOfGrant } from '#lib/domain/staff-place.ts'

type Handle = Pool | PoolClient

export interface StaffRecord {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly isActivated: boolean
  readonly disabledAt: Date | null
  readonly createdAt: Date
  /** The last sign of life of any session. */
  readonly lastSeenAt: Date | null
  readonly openSessions: number
  readonly grants: readonly PlacedGrant[]
}

type Row = Omit<StaffRecord, 'grants'> & {
  readonly grants: readonly (StaffGrant & { readonly region: string | null })[]
}

const RECORD = `SELECT s.id, s.username, s.name, s.password_hash IS NOT NULL AS "isActivated",
    s.disabled_at AS "disabledAt", s.created_at AS "createdAt",
    (SELECT max(last_seen_at) FROM staff_session t WHERE t.staff_id = s.id AND t.second_factor_at IS NOT NULL) AS "lastSeenAt",
    (SELECT count(*)::int FROM staff_session t WHERE t.staff_id = s.id AND t.ended_at IS NULL
       AND t.second_factor_at IS NOT NULL AND t.created_at > $1::timestamptz - interval '12 hours') AS "openSessions",
    coalesce((SELECT json_agg(json_build_object('role', g.role, 'scope', g.scope, 'scopeId', g.scope_id, 'region', o.region_code)
        ORDER BY g.granted_at, g.role)
      FROM staff_grant g LEFT JOIN office o ON g.scope = 'office' AND o.id = g.scope_id
      WHERE g.staff_id = s.id), '[]') AS grants
  FROM staff s`

/** One person, locked until the transaction ends when it is one. */
export async function selectStaff(client: Handle, id: string, now: Date): Promise<StaffRecord | undefined> {
  const { rows } = await client.query<Row>(`${RECORD} WHERE s.id = $2 FOR UPDATE OF s`, [now, id])
  return rows[0] && recordOf(rows[0])
}

/** Whose people are looked for: everybody's, or those of these offices and of all places with codes that begin so. */
export interface StaffReach {
  readonly everywhere: boolean
  readonly officeIds: readonly string[]
  readonly prefixes: readonly string[]
}

const WITHIN = `EXISTS (SELECT FROM staff_grant g LEFT JOIN office o ON g.scope = 'office' AND o.id = g.scope_id
  WHERE g.staff_id = s.id AND ($2 OR (g.scope = 'office' AND g.scope_id = ANY($3))
      OR coalesce(o.region_code, CASE g.scope WHEN 'region' THEN g.scope_id END) LIKE ANY($4))
    AND ($5::text[] IS NULL OR g.scope_id = ANY($5)) AND ($6::text IS NULL OR g.role = $6))`

/** A page of the people within reach: with a role for one of `places`, with this role, of this name. Those in service first. */
export async function selectStaffWithin(
  client: Handle,
  wish: {
    readonly reach: StaffReach
    readonly places: readonly Scope[] | undefined
    readonly role: StaffRole | undefined
    readonly named: string | undefined
    readonly skip: number
    readonly most: number
    readonly now: Date
  },
): Promise<StaffRecord[]> {
  const { reach, places, role, named, skip, most, now } = wish
  const pattern = named && `%${named.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await client.query<Row>(
    `${RECORD} WHERE ${WITHIN} AND ($7::text IS NULL OR s.username ILIKE $7 OR s.name ILIKE $7)
     ORDER BY s.disabled_at IS NOT NULL, s.username LIMIT $8 OFFSET $9`,
    [
      now,
      reach.everywhere,
      reach.officeIds,
      reach.prefixes.map((prefix) => `${prefix}%`),
      places?.map(({ scopeId }) => scopeId) ?? null,
      role ?? null,
      pattern ?? null,
      most,
      skip,
    ],
  )
  return rows.map(recordOf)
}

/** A new person without password; false when the username is taken. */
export async function insertStaff(
  client: Handle,
  row: {
    readonly id: string
    readonly username: string
    readonly name: string
    readonly createdBy: string | undefined
    readonly now: Date
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO staff (id, username, name, created_at, created_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [row.id, row.username, row.name, row.now, row.createdBy ?? null],
  )
  return rowCount === 1
}

export async function insertGrant(
  client: Handle,
  staffId: string,
  grant: StaffGrant,
  { by, now }: { readonly by: string | undefined; readonly now: Date },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO staff_grant (staff_id, role, scope, scope_id, granted_at, granted_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [staffId, grant.role, grant.scope, grant.scopeId, now, by ?? null],
  )
  return rowCount === 1
}

export async function deleteGrant(client: Handle, staffId: string, grant: StaffGrant): Promise<boolean> {
  const { rowCount } = await client.query(
    'DELETE FROM staff_grant WHERE staff_id = $1 AND role = $2 AND scope = $3 AND scope_id = $4',
    [staffId, grant.role, grant.scope, grant.scopeId],
  )
  return rowCount === 1
}

export async function setDisabled(client: Handle, staffId: string, disabledAt: Date | null): Promise<void> {
  await client.query('UPDATE staff SET disabled_at = $2 WHERE id = $1', [staffId, disabledAt])
}

/** Sets what was given, and forgets wrong tries; of a new authenticator the code that proved it counts as used. */
export async function setSecrets(
  client: Handle,
  staffId: string,
  secrets: {
    readonly passwordHash?: string
    readonly totpSecret?: Buffer
    readonly totpStep?: number | undefined
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `UPDATE staff SET wrong_tries = 0, wait_until = NULL,
       password_hash = coalesce($2, password_hash),
       password_changed_at = CASE WHEN $2 IS NULL THEN password_changed_at ELSE $4 END,
       totp_secret = coalesce($3, totp_secret),
       totp_last_step = CASE WHEN $3 IS NULL THEN totp_last_step ELSE $5::bigint END
     WHERE id = $1`,
    [
      staffId,
      secrets.passwordHash ?? null,
      secrets.totpSecret ?? null,
      secrets.now,
      secrets.totpStep ?? null,
    ],
  )
}

/** Of processes that start at once, one after the other asks whether there is anybody. */
export async function holdFirstAdmin(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('first admin'))")
}

/** How many look after the whole nation and can sign in. */
export async function countNationAdmins(client: Handle): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM staff s WHERE s.password_hash IS NOT NULL AND s.disabled_at IS NULL
       AND EXISTS (SELECT FROM staff_grant g WHERE g.staff_id = s.id AND g.role = 'province-admin' AND g.scope = 'national')`,
  )
  return rows[0]?.count ?? 0
}

export async function isAnybodyActivated(client: Handle): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM staff WHERE password_hash IS NOT NULL LIMIT 1')
  return rowCount === 1
}

export async function selectStaffId(client: Handle, username: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM staff WHERE username = $1', [username])
  return rows[0]?.id
}

function recordOf({ grants, ...row }: Row): StaffRecord {
  return {
    ...row,
    grants: grants.map(({ region, ...grant }) => ({ ...grant, place: placeOfGrant(grant, region) })),
  }
}
