import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { ActPlace } from '#lib/domain/place-act.ts'
import type { PolicyKey, PolicyValue } from '#lib/domain/policy-key.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { Version, VersionEnd } from '#lib/domain/version-line.ts'
import type { Queryable } from './store.ts'

/** One version of a rule with what stands behind it. */
export interface PolicyVersion extends Scope, Version {
  readonly key: PolicyKey
  readonly value: PolicyValue
  readonly source: string
  readonly isTakenBack: boolean
  /** Who asked and who agreed, where it came about so. */
  readonly askedByName: string | null
  readonly agreedByName: string | null
}

/** Every version there ever was, of all places. */
export async function readPolicyVersions(queryable: Queryable): Promise<PolicyVersion[]> {
  const { rows } = await queryable.query<PolicyVersion>(
    `SELECT p.id, p.scope, p.scope_id AS "scopeId", p.key, p.value, p.valid_from::text AS "validFrom",
       p.valid_to::text AS "validTo", p.source, p.taken_back_by IS NOT NULL AS "isTakenBack",
       a.payload->>'ends' IS NOT NULL AS "tookOver", asker.name AS "askedByName", agreer.name AS "agreedByName"
     FROM policy p LEFT JOIN approval a ON a.id = p.approval_id
     LEFT JOIN staff asker ON asker.id = a.asked_by LEFT JOIN staff agreer ON agreer.id = a.decided_by
     ORDER BY p.valid_from DESC, p.id`,
  )
  return rows
}

export async function insertPolicy(
  client: PoolClient,
  row: Scope & {
    readonly id: string
    readonly key: string
    readonly value: PolicyValue
    readonly validFrom: CalendarDate
    readonly validTo: CalendarDate | null
    readonly source: string
    readonly approvalId: string
  },
): Promise<void> {
  await client.query(
    `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, valid_to, source, approval_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      row.scope,
      row.scopeId,
      row.key,
      JSON.stringify(row.value),
      row.validFrom,
      row.validTo,
      row.source,
      row.approvalId,
    ],
  )
}

/** The tables that hold dated versions. */
export type VersionTable = 'policy' | 'text_version' | 'checklist_rule_set'

export async function endVersion(client: PoolClient, table: VersionTable, end: VersionEnd): Promise<void> {
  await client.query(`UPDATE ${table} SET valid_to = $2 WHERE id::text = $1`, [end.id, end.validTo])
}

export async function takeBackVersion(
  client: PoolClient,
  table: VersionTable,
  { id, approvalId }: { readonly id: string; readonly approvalId: string },
): Promise<void> {
  await client.query(`UPDATE ${table} SET taken_back_by = $2 WHERE id::text = $1`, [id, approvalId])
}

/** Versions come into force one after another, so that two that were agreed to at once see each other. */
export async function lockVersions(client: PoolClient, table: VersionTable): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`versions of ${table}`])
}

/** A place by its id, with its name; undefined for one that there is not. */
export async function findPlace(
  queryable: Queryable,
  { scope, scopeId }: Scope,
): Promise<(ActPlace & { readonly name: LocalizedText | undefined }) | undefined> {
  if (scope === 'national') return scopeId === 'CN' ? { scope, scopeId, name: undefined } : undefined
  const { rows } = await queryable.query<{ name: LocalizedText; code: string }>(
    scope === 'office'
      ? 'SELECT name, region_code AS code FROM office WHERE id = $1'
      : 'SELECT name, code FROM region WHERE code = $1',
    [scopeId],
  )
  const [row] = rows
  if (!row) return undefined
  return { scope, scopeId, name: row.name, ...(scope === 'office' ? { officeRegion: row.code } : {}) }
}
