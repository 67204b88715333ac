import type { Pool, PoolClient } from 'pg'
import type { ChecklistItem, ChecklistRuleSet } from '#lib/domain/checklist.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Version, VersionEnd } from '#lib/domain/version-line.ts'

/** A version of the materials of a service, with what stands behind it. */
export interface RuleSetVersion extends Version {
  readonly service: Service
  readonly isTakenBack: boolean
  /** Who asked and who agreed. */
  readonly askedByName: string | null
  readonly agreedByName: string | null
}

/** Every version there ever was, of all services. */
export async function readRuleSetVersions(queryable: Pool | PoolClient): Promise<RuleSetVersion[]> {
  const { rows } = await queryable.query<RuleSetVersion>(
    `SELECT s.id, s.service, s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo",
       s.taken_back_by IS NOT NULL AS "isTakenBack", a.payload->>'ends' IS NOT NULL AS "tookOver",
       asker.name AS "askedByName", agreer.name AS "agreedByName"
     FROM checklist_rule_set s LEFT JOIN approval a ON a.id = s.approval_id
     LEFT JOIN staff asker ON asker.id = a.asked_by LEFT JOIN staff agreer ON agreer.id = a.decided_by
     ORDER BY s.valid_from DESC, s.id`,
  )
  return rows
}

/** Lists come into force one after another, so that two that were agreed to at once see each other. */
export async function lockRuleSets(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['versions of checklist_rule_set'])
}

export async function endRuleSet(client: PoolClient, end: VersionEnd): Promise<void> {
  await client.query('UPDATE checklist_rule_set SET valid_to = $2 WHERE id = $1', [end.id, end.validTo])
}

export async function takeBackRuleSet(
  client: PoolClient,
  { id, approvalId }: { readonly id: string; readonly approvalId: string },
): Promise<void> {
  await client.query('UPDATE checklist_rule_set SET taken_back_by = $2 WHERE id = $1', [id, approvalId])
}

export async function insertRuleSet(
  client: PoolClient,
  row: Omit<ChecklistRuleSet, 'validTo'> & {
    readonly validTo: ChecklistRuleSet['validTo'] | null
    readonly approvalId: string
  },
): Promise<void> {
  await client.query(
    `INSERT INTO checklist_rule_set (id, service, valid_from, valid_to, source, approval_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.service, row.validFrom, row.validTo ?? null, row.source, row.approvalId],
  )
  const items = Object.entries(row.perPartyType).flatMap(([partyType, list]) =>
    list.map((item: ChecklistItem, position) => ({ partyType, position, ...item })),
  )
  await client.query(
    `INSERT INTO checklist_item (rule_set_id, party_type, position, code, name, note, kind, copies, core, shared, source)
     SELECT $1, i."partyType", i.position, i.code, i.name, i.note, i.kind, i.copies, i.core, i.shared, i.source
     FROM jsonb_to_recordset($2::jsonb) AS i("partyType" text, position int, code text, name jsonb, note jsonb, kind text,
       copies int, core boolean, shared boolean, source text)`,
    [row.id, JSON.stringify(items)],
  )
  await client.query(
    `INSERT INTO checklist_not_needed (rule_set_id, position, code, name, since, source)
     SELECT $1, i.position, i.code, i.name, i.since, i.source
     FROM jsonb_to_recordset($2::jsonb) AS i(position int, code text, name jsonb, since date, source text)`,
    [row.id, JSON.stringify(row.notNeeded.map((item, position) => ({ position, ...item })))],
  )
}
