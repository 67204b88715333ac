import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import type { LaneDraft } from './capacity-change.ts'
import { faultsOfLane } from './lane-fault.ts'
import type { RefusalDetail } from './refusal.ts'
import { isService } from './service.ts'
import type { Break, OpeningRule } from './slot-plan.ts'

/** A rule as it stands in a form. */
export interface TypedRule {
  readonly weekdays: readonly string[]
  readonly opens: string
  readonly closes: string
  readonly windows: string
  readonly publicPercent: string
  readonly walkInPercent: string
  readonly everyWeeks: string
  readonly nthOfMonth: readonly string[]
  readonly breaks: readonly { readonly from: string; readonly until: string }[]
  readonly worksOnRestDay: boolean
  readonly validFrom: string
  readonly validTo: string
}

/** A lane as it stands in a form. */
export interface TypedLane {
  readonly name: string
  /** In the other languages; as the name itself where nothing is typed. */
  readonly nameHant: string
  readonly nameEn: string
  readonly services: readonly string[]
  readonly slotMinutes: string
  readonly rules: readonly TypedRule[]
}

/** The form of a lane as it is. */
export function typeLane(lane: LaneDraft): TypedLane {
  const main = lane.name['zh-CN']
  return {
    name: main,
    nameHant: lane.name['zh-Hant'] === main ? '' : lane.name['zh-Hant'],
    nameEn: lane.name.en === main ? '' : lane.name.en,
    services: lane.services,
    slotMinutes: String(lane.slotMinutes),
    rules: lane.rules.map(typeRule),
  }
}

function typeRule(rule: OpeningRule): TypedRule {
  return {
    weekdays: rule.weekdays.map(String),
    opens: rule.opens,
    closes: rule.closes,
    windows: String(rule.windows),
    publicPercent: String(rule.publicPercent),
    walkInPercent: String(rule.walkInPercent ?? 0),
    everyWeeks: String(rule.everyWeeks ?? 1),
    nthOfMonth: (rule.nthOfMonth ?? []).map(String),
    breaks: rule.breaks ?? [],
    worksOnRestDay: rule.worksOnRestDay,
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? '',
  }
}

/** Nothing is booked of it yet: the usual hours of a weekday, to be changed. */
export function blankRule(validFrom: CalendarDate): TypedRule {
  return {
    weekdays: ['1', '2', '3', '4', '5'],
    opens: '',
    closes: '',
    windows: '1',
    publicPercent: '70',
    walkInPercent: '0',
    everyWeeks: '1',
    nthOfMonth: [],
    breaks: [],
    worksOnRestDay: false,
    validFrom,
    validTo: '',
  }
}

/** The lane that is meant, and everything that is wrong with it, field by field. */
export function readLane(
  typed: TypedLane,
  today: CalendarDate,
): { readonly lane: LaneDraft; readonly errors: readonly RefusalDetail[] } {
  const errors: RefusalDetail[] = []
  const rules = typed.rules.map((rule, index) => readRule(rule, { path: `rules.${index}`, today, errors }))
  if (rules.length === 0) errors.push({ path: 'rules', reason: 'required' })
  const name = typed.name.trim()
  const lane = {
    name: { 'zh-CN': name, 'zh-Hant': typed.nameHant.trim() || name, en: typed.nameEn.trim() || name },
    services: typed.services.filter(isService),
    slotMinutes: wholeOf(typed.slotMinutes),
    rules,
  }
  return { lane, errors: withFaults(errors, faultsOfLane(lane)) }
}

/** What could not be read, and what is wrong with the rest: one sentence for a field is enough. */
export function withFaults(
  errors: readonly RefusalDetail[],
  faults: readonly RefusalDetail[],
): readonly RefusalDetail[] {
  return [...errors, ...faults.filter(({ path }) => !errors.some((error) => error.path === path))]
}

// A number that is none is NaN, a day that is none is `today`: whoever judges the rest finds the rule whole.
function readRule(
  typed: TypedRule,
  at: { readonly path: string; readonly today: CalendarDate; readonly errors: RefusalDetail[] },
): OpeningRule {
  const dayOf = (field: 'validFrom' | 'validTo') => {
    const day = typed[field].trim()
    if (isCalendarDate(day)) return day
    at.errors.push({ path: `${at.path}.${field}`, reason: day ? 'date' : 'required' })
    return at.today
  }
  const validFrom = dayOf('validFrom')
  const everyWeeks = wholeOf(typed.everyWeeks || '1')
  const nthOfMonth = typed.nthOfMonth.map(wholeOf)
  const breaks = readBreaks(typed.breaks)
  const walkInPercent = wholeOf(typed.walkInPercent || '0')
  return {
    weekdays: typed.weekdays.map(wholeOf),
    opens: typed.opens,
    closes: typed.closes,
    windows: wholeOf(typed.windows),
    publicPercent: wholeOf(typed.publicPercent),
    worksOnRestDay: typed.worksOnRestDay,
    validFrom,
    ...(walkInPercent === 0 ? {} : { walkInPercent }),
    ...(everyWeeks === 1 ? {} : { everyWeeks }),
    ...(nthOfMonth.length > 0 ? { nthOfMonth } : {}),
    ...(breaks.length > 0 ? { breaks } : {}),
    ...(typed.validTo.trim() ? { validTo: dayOf('validTo') } : {}),
  }
}

/** The breaks of which anything was typed. */
function readBreaks(typed: TypedRule['breaks']): Break[] {
  return typed.filter(({ from, until }) => from || until)
}

/** A whole number; NaN for whatever is none. */
export function wholeOf(text: string): number {
  return /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
}
