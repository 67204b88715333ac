import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type Checklist, checklistFor } from '#lib/domain/checklist.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import { listRuleSets } from './list-rule-sets.ts'

export interface ChecklistQuery {
  readonly service: Service
  readonly parties: readonly PartyType[]
  readonly on: CalendarDate
  readonly now: Date
  /** The list that an appointment was booked under, which it keeps. */
  readonly ruleSetId?: string | undefined
}

/** What these parties must bring on a day, under the law of that day; undefined for a day before all rules we hold. */
export async function compileChecklist(query: ChecklistQuery): Promise<Checklist | undefined> {
  const { service, parties, on, now, ruleSetId } = query
  return checklistFor(await listRuleSets(now), service, parties, on, ruleSetId)
}
