import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { TextName, VersionText } from '#lib/domain/text-draft.ts'
import type { Version } from '#lib/domain/version-line.ts'
import type { Queryable } from './store.ts'

/** One version of a text with what stands behind it. */
export interface TextVersion extends Scope, Version {
  readonly kind: TextName['kind']
  readonly key: string
  readonly text: VersionText
  readonly source: string
  readonly isTakenBack: boolean
  /** Who asked and who agreed. */
  readonly askedByName: string | null
  readonly agreedByName: string | null
}

const VERSION = `SELECT t.id, t.kind, t.key, t.scope, t.scope_id AS "scopeId", t.text, t.valid_from::text AS "validFrom",
    t.valid_to::text AS "validTo", t.source, t.taken_back_by IS NOT NULL AS "isTakenBack",
    a.payload->>'ends' IS NOT NULL AS "tookOver", asker.name AS "askedByName", agreer.name AS "agreedByName"
  FROM text_version t LEFT JOIN approval a ON a.id = t.approval_id
  LEFT JOIN staff asker ON asker.id = a.asked_by LEFT JOIN staff agreer ON agreer.id = a.decided_by`

/** Every version of a text there ever was, of all places. */
export async function readTextVersions(
  queryable: Queryable,
  { kind, key }: TextName,
): Promise<TextVersion[]> {
  const { rows } = await queryable.query<TextVersion>(
    `${VERSION} WHERE t.kind = $1 AND t.key = $2 ORDER BY t.valid_from DESC, t.id`,
    [kind, key],
  )
  return rows
}

/** Every version of any text of these places. */
export async function readTextsOf(queryable: Queryable, path: readonly Scope[]): Promise<TextVersion[]> {
  const { rows } = await queryable.query<TextVersion>(
    `${VERSION} JOIN unnest($1::text[], $2::text[]) AS p(scope, id) ON t.scope = p.scope AND t.scope_id = p.id
     ORDER BY t.valid_from DESC, t.id`,
    [path.map(({ scope }) => scope), path.map(({ scopeId }) => scopeId)],
  )
  return rows
}

export async function insertText(
  client: PoolClient,
  row: Scope &
    TextName & {
      readonly id: string
      readonly text: VersionText
      readonly validFrom: CalendarDate
      readonly validTo: CalendarDate | null
      readonly source: string
      readonly approvalId: string
    },
): Promise<void> {
  await client.query(
    `INSERT INTO text_version (id, kind, key, scope, scope_id, text, valid_from, valid_to, source, approval_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.kind,
      row.key,
      row.scope,
      row.scopeId,
      row.text,
      row.validFrom,
      row.validTo,
      row.source,
      row.approvalId,
    ],
  )
}

/** The announcements in force on a day, of all places, the youngest first. */
export async function readAnnouncements(
  queryable: Queryable,
  on: CalendarDate,
): Promise<(Scope & { readonly text: LocalizedText })[]> {
  const { rows } = await queryable.query<Scope & { text: LocalizedText }>(
    `SELECT scope, scope_id AS "scopeId", text FROM text_version
     WHERE kind = 'announcement' AND key = 'office' AND taken_back_by IS NULL
       AND valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1) ORDER BY valid_from DESC`,
    [on],
  )
  return rows
}
