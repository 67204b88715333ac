import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { CALENDAR_YEARS } from './calendar/calendar-years.ts'
import { CHECKLIST_RULE_SETS } from './checklists/rule-sets.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { POLICIES } from './policies.ts'

/** Plants what is true without any office: the calendar, the rules of booking, the checklists. */
export async function plantRules(connection: Connection): Promise<void> {
  await insertRows(
    connection,
    'calendar_year',
    CALENDAR_YEARS.map(({ year, status, source }) => ({ year, status, source })),
  )
  await insertRows(
    connection,
    'calendar_day',
    CALENDAR_YEARS.flatMap(({ days }) => days.map((day) => ({ ...day }))),
  )
  await insertRows(
    connection,
    'policy',
    POLICIES.map((policy) => ({
      id: `${policy.scopeId}-${policy.key}-${policy.validFrom}`,
      scope: policy.scope,
      scope_id: policy.scopeId,
      key: policy.key,
      value: policy.value,
      valid_from: policy.validFrom,
      valid_to: policy.validTo ?? null,
      source: policy.source,
    })),
  )
  await plantChecklists(connection, CHECKLIST_RULE_SETS)
}

async function plantChecklists(connection: Connection, ruleSets: readonly ChecklistRuleSet[]): Promise<void> {
  await insertRows(
    connection,
    'checklist_rule_set',
    ruleSets.map((rules) => ({
      id: rules.id,
      service: rules.service,
      valid_from: rules.validFrom,
      valid_to: rules.validTo ?? null,
      source: rules.source,
    })),
  )
  await insertRows(connection, 'checklist_item', ruleSets.flatMap(itemRows))
  await insertRows(
    connection,
    'checklist_not_needed',
    ruleSets.flatMap((rules) =>
      rules.notNeeded.map((item, position) => ({ rule_set_id: rules.id, position, ...item })),
    ),
  )
}

function itemRows(rules: ChecklistRuleSet): Record<string, unknown>[] {
  return Object.entries(rules.perPartyType).flatMap(([partyType, items]) =>
    items.map((item, position) => ({
      rule_set_id: rules.id,
      party_type: partyType,
      position,
      code: item.code,
      name: item.name,
      note: item.note ?? null,
      kind: item.kind,
      copies: item.copies,
      core: item.core,
      shared: item.shared,
      source: item.source,
    })),
  )
}
