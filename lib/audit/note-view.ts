import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { AuditEntry } from './write-entry.ts'

const AGAIN_AFTER_MS = 3_600_000
const MOST_REMEMBERED = 20_000

/**
 * Puts on the record that somebody has looked: once in an hour for the same one, the same act and the same subject,
 * however often they look. Returns before anything is shown, so that nobody sees what is not on the record.
 * PERF: what this process has noted in the last hour costs no query.
 */
export async function noteView(pool: Pool, view: AuditEntry): Promise<void> {
  const noted = once('noted views', () => new Map<string, Promise<unknown>>())
  const hour = Math.floor(view.at.getTime() / AGAIN_AFTER_MS)
  const key = `${hour} ${view.act} ${view.actorKind} ${view.actorId ?? ''} ${view.subjectId}`
  const known = noted.get(key)
  if (known) return void (await known)
  if (noted.size >= MOST_REMEMBERED) noted.clear()
  const written = insert(pool, view)
  noted.set(key, written)
  await written.catch((fault: unknown) => {
    noted.delete(key)
    throw fault
  })
}

function insert(pool: Pool, view: AuditEntry): Promise<unknown> {
  return pool.query(
    `INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id)
     SELECT $1::timestamptz, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text
     WHERE NOT EXISTS (
       SELECT FROM audit_entry
       WHERE subject_id = $6 AND act = $4 AND actor_kind = $2 AND actor_id IS NOT DISTINCT FROM $3 AND at > $8)`,
    [
      view.at,
      view.actorKind,
      view.actorId ?? null,
      view.act,
      view.subjectKind,
      view.subjectId,
      view.officeId ?? null,
      new Date(view.at.getTime() - AGAIN_AFTER_MS),
    ],
  )
}
