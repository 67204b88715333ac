import type { Pool } from 'pg'

/** An act as its two people may know it: who, seen from the one who asks, and what. */
export interface TrailRecord {
  readonly id: string
  readonly at: Date
  readonly subjectId: string
  readonly act: string
  readonly who: 'you' | 'other' | 'stranger' | 'somebody' | 'channel' | 'staff' | 'device' | 'system'
  /** Of a channel. */
  readonly name: string | null
  /** For which of the two a channel spoke, where the record says so. */
  readonly forWhom: 'you' | 'other' | null
}

/**
 * What was done about these subjects, the latest first. Only its people act on an appointment, so a person who is not
 * the viewer is the other one; only by code and document (`appointment-looked-up`) may it be anybody. Where an act was
 * done by a link or through a channel, `detail.by` tells the role it was done for.
 */
export async function listAbout(
  pool: Pool,
  wish: {
    readonly subjectIds: readonly string[]
    readonly viewerId: string
    readonly viewerIndex: Buffer
    /** Only these acts; all when not told. */
    readonly acts?: readonly string[]
    readonly limit: number
  },
): Promise<TrailRecord[]> {
  const { rows } = await pool.query<TrailRecord>(
    `SELECT e.id::text AS id, e.at, e.subject_id AS "subjectId", e.act, c.name,
       CASE
         WHEN e.actor_kind <> 'person' THEN e.actor_kind
         WHEN own.role::text = e.detail->>'by' THEN 'you'
         WHEN own.role IS NOT NULL AND e.detail->>'by' IN ('1', '2') THEN 'other'
         WHEN e.actor_id IS NULL THEN 'somebody'
         WHEN e.actor_id = $2 OR p.person_index = $3 THEN 'you'
         WHEN e.act = 'appointment-looked-up' THEN 'stranger'
         ELSE 'other'
       END AS who,
       CASE WHEN own.role::text = e.detail->>'by' THEN 'you'
         WHEN own.role IS NOT NULL AND e.detail->>'by' IN ('1', '2') THEN 'other' END AS "forWhom"
     FROM audit_entry e
     LEFT JOIN person p ON p.id = CASE WHEN e.actor_kind = 'person' THEN e.actor_id::uuid END
     LEFT JOIN channel c ON c.id = CASE WHEN e.actor_kind = 'channel' THEN e.actor_id::uuid END
     LEFT JOIN party own ON own.person_index = $3
       AND own.appointment_id = CASE WHEN e.subject_kind = 'appointment' THEN e.subject_id::uuid END
     WHERE e.subject_id = ANY($1::text[]) AND ($4::text[] IS NULL OR e.act = ANY($4))
     ORDER BY e.at DESC, e.id DESC LIMIT $5`,
    [wish.subjectIds, wish.viewerId, wish.viewerIndex, wish.acts ?? null, wish.limit],
  )
  return rows
}
