import type { SheetChanges } from '#lib/domain/office-record.ts'
import type { Queryable } from './store.ts'

/** A change of a place as it was put on the record. */
export interface PlaceChange {
  readonly id: string
  readonly at: Date
  readonly act: string
  /** Who made it; empty when the account is known no more. */
  readonly by: string
  readonly changed: SheetChanges
  readonly isFromFile: boolean
}

const ACTS = ['office-founded', 'office-edited', 'region-added', 'place-values-set']

/** What was changed about an office or a region, the latest first. */
export async function readPlaceHistory(
  database: Queryable,
  subject: { readonly kind: 'office' | 'region'; readonly id: string; readonly most: number },
): Promise<PlaceChange[]> {
  const { rows } = await database.query<PlaceChange>(
    `SELECT e.id::text AS id, e.at, e.act, coalesce(s.name, '') AS by, coalesce(e.detail->'changed', '{}') AS changed,
       e.detail ? 'file' AS "isFromFile"
     FROM audit_entry e LEFT JOIN staff s ON e.actor_kind = 'staff' AND s.id::text = e.actor_id
     WHERE e.subject_id = $1 AND e.subject_kind = $2 AND e.act = ANY($3)
     ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [subject.id, subject.kind, ACTS, subject.most],
  )
  return rows
}
