import type { Pool, PoolClient } from 'pg'
import type { ApprovalKind, ApprovalState } from '#lib/domain/approval.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { StaffGrant, StaffRole } from '#lib/domain/permissions.ts'
import { codePrefix } from '#lib/domain/place-act.ts'
import type { Scope } from '#lib/domain/scope-path.ts'

/** A request as it lies in the table, with the names of whom and what it is about. */
export interface ApprovalRecord extends Scope {
  readonly id: string
  readonly kind: ApprovalKind
  /** Of an office. */
  readonly officeRegion: string | undefined
  /** Of a region or an office. */
  readonly placeName: LocalizedText | undefined
  readonly payload: Readonly<Record<string, unknown>>
  readonly note: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly state: ApprovalState
  readonly decidedBy: string | undefined
  readonly decidedByName: string | undefined
  readonly decidedAt: Date | undefined
  readonly answer: string | undefined
  readonly usedAt: Date | undefined
  readonly uses: number
}

const RECORD = `SELECT a.id, a.kind, a.scope, a.scope_id AS "scopeId", o.region_code AS "officeRegion",
    coalesce(o.name, r.name) AS "placeName", a.payload, a.note, a.asked_by AS "askedBy",
    coalesce(asker.name, '') AS "askedByName", a.asked_at AS "askedAt", a.expires_at AS "expiresAt", a.state,
    a.decided_by AS "decidedBy", decider.name AS "decidedByName", a.decided_at AS "decidedAt", a.answer,
    a.used_at AS "usedAt", a.uses
  FROM approval a
  LEFT JOIN office o ON a.scope = 'office' AND o.id = a.scope_id
  LEFT JOIN region r ON a.scope = 'region' AND r.code = a.scope_id
  LEFT JOIN staff asker ON asker.id = a.asked_by
  LEFT JOIN staff decider ON decider.id = a.decided_by`

type Nulled<Row> = { readonly [Key in keyof Row]: Exclude<Row[Key], undefined> | null }

export async function insertApproval(
  client: PoolClient,
  row: Scope & {
    readonly id: string
    readonly kind: ApprovalKind
    readonly payload: Readonly<Record<string, unknown>>
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

/** Whether the same request waits already; requests of a kind about one place come one after the other. */
export async function lockWaiting(
  client: PoolClient,
  wish: Scope & {
    readonly kind: ApprovalKind
    readonly payload: Readonly<Record<string, unknown>>
    readonly alike: Readonly<Record<string, unknown>> | undefined
    readonly askedBy: string | undefined
    readonly now: Date
  },
): Promise<boolean> {
  const { kind, scope, scopeId, payload, alike, askedBy, now } = wish
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`approval ${kind} ${scope} ${scopeId}`])
  const { rows } = await client.query(
    `SELECT 1 FROM approval WHERE kind = $1 AND scope = $2 AND scope_id = $3 AND state = 'open' AND expires_at > $4
       AND ($5::uuid IS NULL OR asked_by = $5::uuid)
       AND CASE WHEN $7::jsonb IS NULL THEN payload::jsonb = $6::jsonb ELSE payload::jsonb @> $7::jsonb END LIMIT 1`,
    [
      kind,
      scope,
      scopeId,
      now,
      askedBy ?? null,
      JSON.stringify(payload),
      alike ? JSON.stringify(alike) : null,
    ],
  )
  return rows.length > 0
}

/** One request, locked until the transaction ends. */
export async function lockApproval(client: PoolClient, id: string): Promise<ApprovalRecord | undefined> {
  const { rows } = await client.query<Nulled<ApprovalRecord>>(`${RECORD} WHERE a.id = $1 FOR UPDATE OF a`, [
    id,
  ])
  return rows[0] && recordOf(rows[0])
}

export async function settleApproval(
  client: PoolClient,
  row: {
    readonly id: string
    readonly state: ApprovalState
    readonly decidedBy: string | undefined
    readonly answer: string | undefined
    readonly expiresAt: Date | undefined
    readonly usedAt: Date | undefined
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `UPDATE approval SET state = $2, decided_by = $3, decided_at = $4, answer = $5,
       expires_at = coalesce($6, expires_at), used_at = $7,
       uses = CASE WHEN $7::timestamptz IS NULL THEN 0 ELSE 1 END WHERE id = $1`,
    [
      row.id,
      row.state,
      row.decidedBy ?? null,
      row.now,
      row.answer ?? null,
      row.expiresAt ?? null,
      row.usedAt ?? null,
    ],
  )
}

export async function markUsed(client: PoolClient, id: string, now: Date): Promise<void> {
  await client.query('UPDATE approval SET used_at = $2, uses = uses + 1 WHERE id = $1', [id, now])
}

/**
 * The requests that somebody made or that are about a place for which one of these roles of theirs is given: the waiting
 * ones, the oldest first, or what is over, the latest first.
 */
export async function findApprovals(
  pool: Pool,
  wish: {
    readonly grants: readonly StaffGrant[]
    readonly roles: readonly StaffRole[]
    readonly ownId: string
    readonly list: 'waiting' | 'over'
    readonly now: Date
    readonly most: number
  },
): Promise<ApprovalRecord[]> {
  const grants = wish.grants.filter(({ role }) => wish.roles.includes(role))
  const ids = (scope: Scope['scope']) =>
    grants.filter((grant) => grant.scope === scope).map(({ scopeId }) => scopeId)
  const waits = `a.state = 'open' AND a.expires_at > $1`
  const { rows } = await pool.query<Nulled<ApprovalRecord>>(
    `${RECORD} WHERE ${wish.list === 'waiting' ? waits : `NOT (${waits})`}
       AND (a.asked_by = $2 OR $3 OR (a.scope = 'office' AND a.scope_id = ANY($4))
         OR CASE a.scope WHEN 'office' THEN o.region_code WHEN 'region' THEN a.scope_id END LIKE ANY($5))
     ORDER BY ${wish.list === 'waiting' ? 'a.asked_at' : 'coalesce(a.decided_at, a.expires_at) DESC'}, a.id LIMIT $6`,
    [
      wish.now,
      wish.ownId,
      ids('national').length > 0,
      ids('office'),
      ids('region').map((code) => `${codePrefix(code)}%`),
      wish.most,
    ],
  )
  return rows.map(recordOf)
}

function recordOf(row: Nulled<ApprovalRecord>): ApprovalRecord {
  return {
    ...row,
    officeRegion: row.officeRegion ?? undefined,
    placeName: row.placeName ?? undefined,
    decidedBy: row.decidedBy ?? undefined,
    decidedByName: row.decidedByName ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    answer: row.answer ?? undefined,
    usedAt: row.usedAt ?? undefined,
  } as ApprovalRecord
}
