import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ProblemKind } from '#lib/domain/problem.ts'
import type { Scope } from '#lib/domain/scope-path.ts'

/** What was done about a problem of a month. */
export interface Fix {
  readonly kind: ProblemKind
  readonly code: string
  readonly text: string
  readonly fixedOn: CalendarDate
}

/** The fixes noted for a place and month. */
export async function readFixes(pool: Pool, { scope, scopeId }: Scope, month: string): Promise<Fix[]> {
  const { rows } = await pool.query<Fix>(
    `SELECT kind, code, text, fixed_on::text AS "fixedOn" FROM problem_fix WHERE scope = $1 AND scope_id = $2 AND month = $3`,
    [scope, scopeId, month],
  )
  return rows
}

/** Notes a fix; one that was noted before gives way to it. */
export async function putFix(
  client: PoolClient,
  { scope, scopeId }: Scope,
  fix: Fix & { readonly month: string; readonly notedBy: string; readonly notedAt: Date },
): Promise<void> {
  await client.query(
    `INSERT INTO problem_fix (scope, scope_id, month, kind, code, text, fixed_on, noted_by, noted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (scope, scope_id, month, kind, code)
     DO UPDATE SET text = $6, fixed_on = $7, noted_by = $8, noted_at = $9`,
    [scope, scopeId, fix.month, fix.kind, fix.code, fix.text, fix.fixedOn, fix.notedBy, fix.notedAt],
  )
}
