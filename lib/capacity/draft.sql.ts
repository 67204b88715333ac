import type { Pool, PoolClient } from 'pg'
import type { CapacityChange } from '#lib/domain/capacity-change.ts'
import type { Queryable } from './plan.sql.ts'

/** A change that somebody looks at before it is made. */
export interface ChangeDraft {
  readonly id: string
  readonly officeId: string
  readonly change: CapacityChange
  readonly approvalId: string | null
  /** How far another has agreed to it, where that was asked. */
  readonly approval: 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired' | null
  readonly madeBy: string
}

export async function insertDraft(
  queryable: Queryable,
  draft: Pick<ChangeDraft, 'id' | 'officeId' | 'change' | 'madeBy'> & { readonly madeAt: Date },
): Promise<void> {
  await queryable.query(
    'INSERT INTO change_draft (id, office_id, change, made_by, made_at) VALUES ($1, $2, $3, $4, $5)',
    [draft.id, draft.officeId, JSON.stringify(draft.change), draft.madeBy, draft.madeAt],
  )
}

export async function readDraft(queryable: Queryable, id: string): Promise<ChangeDraft | undefined> {
  const { rows } = await queryable.query<ChangeDraft>(
    `SELECT d.id, d.office_id AS "officeId", d.change, d.approval_id AS "approvalId", 
       CASE WHEN a.state IN ('open', 'approved') AND a.expires_at <= now() THEN 'expired' ELSE a.state END AS approval, d.made_by AS "madeBy"
     FROM change_draft d LEFT JOIN approval a ON a.id = d.approval_id WHERE d.id = $1`,
    [id],
  )
  return rows[0]
}

export async function noteApproval(client: PoolClient, id: string, approvalId: string): Promise<void> {
  await client.query('UPDATE change_draft SET approval_id = $2 WHERE id = $1', [id, approvalId])
}

/** Drafts that nobody made anything of. */
export async function deleteDrafts(pool: Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM change_draft WHERE made_at < $1', [before])
  return rowCount ?? 0
}
