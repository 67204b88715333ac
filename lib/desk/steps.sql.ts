import type { Pool } from 'pg'

/** A step in the life of a case: an act on the record, or a letter to one of the two. */
export type CaseStep =
  | {
      readonly kind: 'act'
      readonly at: Date
      readonly act: string
      readonly who: 'staff' | 'system'
      /** Of the clerk, where it was one. */
      readonly name: string | null
      readonly detail: Readonly<Record<string, unknown>> | null
    }
  | {
      readonly kind: 'letter'
      readonly at: Date
      readonly event: string
      readonly role: number
      /** `dropped`: overtaken or too late, so that it was not sent at all. */
      readonly fate: 'sent' | 'failed' | 'dropped' | 'waiting'
    }

/** What was done about a case and what its people were told, the latest first; looks are left out. */
export async function readCaseSteps(pool: Pool, caseId: string, most: number): Promise<CaseStep[]> {
  const { rows } = await pool.query<CaseStep>(
    `SELECT * FROM (
       SELECT 'act' AS kind, e.at, e.act, e.actor_kind AS who, s.name, e.detail,
         NULL AS event, NULL::int AS role, NULL AS fate
       FROM audit_entry e LEFT JOIN staff s ON s.id::text = e.actor_id AND e.actor_kind = 'staff'
       WHERE e.subject_id = $1::text AND e.subject_kind = 'case' AND e.act <> 'case-viewed'
       UNION ALL
       SELECT 'letter', COALESCE(m.sent_at, m.failed_at, m.due_at), NULL, NULL, NULL, NULL, m.event, m.role,
         CASE WHEN m.sent_at IS NOT NULL THEN 'sent' WHEN m.failure IN ('superseded', 'too-late') THEN 'dropped'
           WHEN m.failed_at IS NOT NULL THEN 'failed' ELSE 'waiting' END
       FROM outbox_message m WHERE m.case_id = $1::uuid) steps
     ORDER BY at DESC, kind LIMIT $2`,
    [caseId, most],
  )
  return rows
}
