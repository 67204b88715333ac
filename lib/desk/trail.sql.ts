import type { Pool } from '#lib/db/pool.ts'
import type { ChainedEntry } from '#lib/domain/audit-chain.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'

/** An entry of the record as those see it who watch over it. */
export interface TrailRow extends Omit<ChainedEntry, 'detail'> {
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly staffName: string | null
  readonly channelName: string | null
  /** Of the appointment that it is about. */
  readonly code: string | null
  readonly isSealed: boolean
  readonly officeName: LocalizedText | null
}

/** Which entries: all of these offices, or narrowed by what they are about, or by which member of staff. */
export interface TrailWish {
  readonly officeIds: readonly string[]
  /** Entries of no office as well: of the whole nation. */
  readonly everywhere: boolean
  readonly subjectIds?: readonly string[] | undefined
  readonly staffId?: string | undefined
  readonly act?: string | undefined
  readonly from: Date
  readonly until: Date
  /** Older than this entry. */
  readonly before?: string | undefined
  readonly most: number
}

/** The entries, the latest first. PERF: each way in has its index; whatever the scope, no more is read than is shown. */
export async function readTrail(pool: Pool, wish: TrailWish): Promise<TrailRow[]> {
  const { officeIds, everywhere, subjectIds, staffId, act, from, until, before, most } = wish
  const source = subjectIds ? OF_SUBJECTS : staffId ? OF_STAFF : OF_OFFICES
  const { rows } = await pool.query<TrailRow>(
    `SELECT ${SHOWN} FROM (${source}) e ${BESIDE} ORDER BY e.at DESC, e.id DESC LIMIT $9`,
    [
      officeIds,
      everywhere,
      subjectIds ?? null,
      staffId ?? null,
      act ?? null,
      from,
      until,
      before ?? null,
      most,
    ],
  )
  return rows
}

const SHOWN = `e.id::text AS id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.act,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.office_id AS "officeId", e.detail,
  s.name AS "staffName", c.name AS "channelName", a.code, l.entry_id IS NOT NULL AS "isSealed",
  o.name AS "officeName"`

// A page of the record must open whatever somebody has slipped into it.
const uuidOf = (column: string, kind: string) =>
  `CASE WHEN ${kind} AND ${column} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ${column}::uuid END`
const BESIDE = `
  LEFT JOIN staff s ON s.id = ${uuidOf('e.actor_id', `e.actor_kind = 'staff'`)}
  LEFT JOIN channel c ON c.id = ${uuidOf('e.actor_id', `e.actor_kind = 'channel'`)}
  LEFT JOIN appointment a ON a.id = ${uuidOf('e.subject_id', `e.subject_kind = 'appointment'`)}
  LEFT JOIN office o ON o.id = e.office_id
  LEFT JOIN audit_link l ON l.entry_id = e.id`

const NARROWED = `e.at >= $6 AND e.at < $7 AND ($5::text IS NULL OR e.act = $5)
  AND ($4::text IS NULL OR (e.actor_kind = 'staff' AND e.actor_id = $4))
  AND ($3::text[] IS NULL OR e.subject_id = ANY($3))
  AND ($8::bigint IS NULL OR (e.at, e.id) < (SELECT b.at, b.id FROM audit_entry b WHERE b.id = $8))`
const IN_SCOPE = '($2::bool OR e.office_id = ANY($1::text[]))'
const PORTION = 'ORDER BY e.at DESC, e.id DESC LIMIT $9'

const OF_OFFICES = `
  SELECT e.* FROM unnest($1::text[]) o(id) CROSS JOIN LATERAL (
    SELECT e.* FROM audit_entry e WHERE e.office_id = o.id AND ${NARROWED} ${PORTION}) e
  UNION ALL (SELECT e.* FROM audit_entry e WHERE $2::bool AND e.office_id IS NULL AND ${NARROWED} ${PORTION})`
const OF_SUBJECTS = `
  SELECT e.* FROM audit_entry e WHERE e.subject_id = ANY($3::text[]) AND ${IN_SCOPE} AND ${NARROWED}`
const OF_STAFF = `
  SELECT e.* FROM audit_entry e WHERE e.actor_kind = 'staff' AND e.actor_id = $4::text AND ${IN_SCOPE} AND ${NARROWED} ${PORTION}`

export interface ExportedRow extends ChainedEntry {
  /** Null: not sealed yet. */
  readonly place: string | null
  /** Of the link before; null for the first of all. */
  readonly previous: Buffer | null
  readonly hash: Buffer | null
}

/** The entries of offices from one instant to another, the oldest first, after one of them. */
export async function readTrailForward(
  pool: Pool,
  wish: Pick<TrailWish, 'officeIds' | 'everywhere' | 'from' | 'until' | 'most'> & {
    readonly after: string | undefined
  },
): Promise<ExportedRow[]> {
  const { officeIds, everywhere, from, until, after, most } = wish
  const { rows } = await pool.query<ExportedRow>(FORWARD, [
    officeIds,
    everywhere,
    from,
    until,
    after ?? null,
    most,
  ])
  return rows
}

const LATER = `e.at >= $3 AND e.at < $4
  AND ($5::bigint IS NULL OR (e.at, e.id) > (SELECT b.at, b.id FROM audit_entry b WHERE b.id = $5))
  ORDER BY e.at, e.id LIMIT $6`
const FORWARD = `
SELECT e.id::text AS id, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.act,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.office_id AS "officeId", e.detail::text AS detail,
  l.place::text AS place, l.hash, p.hash AS previous
FROM (
  SELECT e.* FROM unnest($1::text[]) o(id) CROSS JOIN LATERAL (
    SELECT e.* FROM audit_entry e WHERE e.office_id = o.id AND ${LATER}) e
  UNION ALL (SELECT e.* FROM audit_entry e WHERE $2::bool AND e.office_id IS NULL AND ${LATER})) e
LEFT JOIN audit_link l ON l.entry_id = e.id
LEFT JOIN audit_link p ON p.place = l.place - 1
ORDER BY e.at, e.id LIMIT $6`

/** Every office and where it lies. */
export async function readOfficePlaces(pool: Pool): Promise<OfficePlace[]> {
  const { rows } = await pool.query<OfficePlace>(
    `SELECT id, region_code AS "regionCode" FROM office ORDER BY id`,
  )
  return rows
}

export async function findAppointmentId(pool: Pool, code: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
  return rows[0]?.id
}

export async function findStaffId(pool: Pool, username: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM staff WHERE lower(username) = lower($1)',
    [username],
  )
  return rows[0]?.id
}

export interface Trace {
  readonly kind: 'person' | 'appointment' | 'case' | 'waiting-entry'
  readonly id: string
}

/** Everything a person stands in, by the blind indexes of their documents: what the record may be about. */
export async function findTracesOf(pool: Pool, indexes: readonly Buffer[]): Promise<Trace[]> {
  const { rows } = await pool.query<Trace>(
    `SELECT 'person' AS kind, id::text AS id FROM person WHERE person_index = ANY($1)
     UNION SELECT 'appointment', appointment_id::text FROM party WHERE person_index = ANY($1)
     UNION SELECT 'case', case_id::text FROM divorce_party WHERE person_index = ANY($1)
     UNION SELECT 'waiting-entry', entry_id::text FROM waiting_party WHERE person_index = ANY($1)`,
    [indexes],
  )
  return rows
}
