import type { CalendarDate } from './calendar-date.ts'
import type { LocalizedText } from './localized-text.ts'
import type { PartyType } from './party-type.ts'
import type { Service } from './service.ts'

export interface ChecklistItem {
  readonly code: string
  readonly name: LocalizedText
  readonly note?: LocalizedText
  readonly kind: 'original' | 'copy' | 'made-on-site'
  readonly copies: number
  /** Never deferrable: without it the registration cannot be done. */
  readonly core: boolean
  /** One for the couple together, not one each. */
  readonly shared: boolean
  readonly source: string
}

export interface NotNeededItem {
  readonly code: string
  readonly name: LocalizedText
  readonly since: CalendarDate
  readonly source: string
}

/** What a service asks for while it is in force (`validTo` is the last day). */
export interface ChecklistRuleSet {
  readonly id: string
  readonly service: Service
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate
  readonly source: LocalizedText
  readonly perPartyType: Readonly<Partial<Record<PartyType, readonly ChecklistItem[]>>>
  readonly notNeeded: readonly NotNeededItem[]
}

export interface Checklist {
  readonly service: Service
  readonly on: CalendarDate
  readonly ruleSet: { readonly id: string; readonly validFrom: CalendarDate; readonly source: LocalizedText }
  readonly perParty: readonly { readonly partyType: PartyType; readonly items: readonly ChecklistItem[] }[]
  readonly notNeeded: readonly NotNeededItem[]
}

/** The rules of a service in force on a day; the youngest wins where two overlap. */
export function ruleSetOn(
  ruleSets: readonly ChecklistRuleSet[],
  service: Service,
  on: CalendarDate,
): ChecklistRuleSet | undefined {
  return ruleSets
    .filter(
      (rules) =>
        rules.service === service &&
        rules.validFrom <= on &&
        (rules.validTo === undefined || on <= rules.validTo),
    )
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom))[0]
}

/**
 * What these parties must bring for a service on a day, under the law of that day or the list they were promised when they
 * booked (`kept`). 婚姻登记条例 art. 8, 13.
 */
export function checklistFor(
  ruleSets: readonly ChecklistRuleSet[],
  service: Service,
  parties: readonly PartyType[],
  on: CalendarDate,
  kept?: string,
): Checklist | undefined {
  const promised = ruleSets.find(({ id, service: its }) => id === kept && its === service)
  const rules = promised ?? ruleSetOn(ruleSets, service, on)
  if (!rules) return undefined
  return {
    service,
    on,
    ruleSet: { id: rules.id, validFrom: rules.validFrom, source: rules.source },
    perParty: parties.map((partyType) => ({
      partyType,
      items: rules.perPartyType[partyType] ?? rules.perPartyType.MAINLAND ?? [],
    })),
    notNeeded: rules.notNeeded,
  }
}

/** One list for the couple: what each brings, and once what they bring together. */
export function forTheCouple(checklist: Checklist): {
  readonly shared: readonly ChecklistItem[]
  readonly each: Checklist['perParty']
} {
  const shared = new Map<string, ChecklistItem>()
  for (const party of checklist.perParty) {
    for (const item of party.items) if (item.shared && !shared.has(item.code)) shared.set(item.code, item)
  }
  const each = checklist.perParty.map((party) => ({
    ...party,
    items: party.items.filter((item) => !item.shared),
  }))
  return { shared: [...shared.values()], each }
}
