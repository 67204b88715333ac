import type { Prisma } from '#lib/db/generated/client.ts'
import type { Database } from '#lib/db/transaction.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChecklistItem, ChecklistRuleSet } from '#lib/domain/checklist.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'

const RULE_SET = {
  id: true,
  service: true,
  validFrom: true,
  validTo: true,
  source: true,
  items: {
    select: {
      partyType: true,
      code: true,
      name: true,
      note: true,
      kind: true,
      copies: true,
      core: true,
      shared: true,
      source: true,
    },
    orderBy: { position: 'asc' },
  },
  notNeeded: {
    select: { code: true, name: true, since: true, source: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.ChecklistRuleSetSelect

type RuleSetRow = Prisma.ChecklistRuleSetGetPayload<{ select: typeof RULE_SET }>

/** Every rule set, past ones included; not those that were taken back before they came into force. */
export async function findRuleSets(db: Database): Promise<ChecklistRuleSet[]> {
  const rows = await db.checklistRuleSet.findMany({
    where: { takenBackBy: null },
    select: RULE_SET,
    orderBy: [{ service: 'asc' }, { validFrom: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    service: row.service as Service,
    validFrom: dayOf(row.validFrom),
    ...(row.validTo ? { validTo: dayOf(row.validTo) } : {}),
    source: textOf(row.source),
    perPartyType: perPartyTypeOf(row.items),
    notNeeded: row.notNeeded.map((item) => ({
      code: item.code,
      name: textOf(item.name),
      since: dayOf(item.since),
      source: item.source,
    })),
  }))
}

function perPartyTypeOf(rows: RuleSetRow['items']): ChecklistRuleSet['perPartyType'] {
  const lists: Partial<Record<PartyType, ChecklistItem[]>> = {}
  for (const row of rows) {
    const list = lists[row.partyType as PartyType] ?? []
    list.push({
      code: row.code,
      name: textOf(row.name),
      ...(row.note ? { note: textOf(row.note) } : {}),
      kind: row.kind as ChecklistItem['kind'],
      copies: row.copies,
      core: row.core,
      shared: row.shared,
      source: row.source,
    })
    lists[row.partyType as PartyType] = list
  }
  return lists
}

// What is in these columns was written from a LocalizedText by ourselves.
function textOf(json: Prisma.JsonValue): LocalizedText {
  return json as unknown as LocalizedText
}

// Prisma reads a DATE as midnight in UTC.
function dayOf(at: Date): CalendarDate {
  return at.toISOString().slice(0, 10) as CalendarDate
}
