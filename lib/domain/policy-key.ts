import type { BookingPolicy } from './booking-policy.ts'
import { isClockTime } from './clock.ts'
import { type DeadlineReading, USUAL_READING } from './cooling-off.ts'
import { type RatingTerms, USUAL_TERMS } from './rating-terms.ts'
import { SERVICES, type Service } from './service.ts'

/** Everything that is ruled by dated versions: how one books, how the law is read, how visits are rated. */
export type PolicyName = keyof BookingPolicy | keyof DeadlineReading | keyof RatingTerms

/** A rule, or for one service alone where that is possible: `stillComingDays.MARRIAGE`. */
export type PolicyKey = PolicyName | `${PolicyName}.${Service}`

/** Null takes a rule away that may be missing. */
export type PolicyValue = string | number | boolean | null

export interface PolicyKeyRules {
  readonly kind: 'number' | 'time' | 'switch'
  /** Of a number. */
  readonly unit?: 'days' | 'workdays' | 'minutes' | 'hours' | 'times'
  readonly least?: number
  readonly most?: number
  /** May be taken away. */
  readonly optional?: true
  /** A reading of the law: cases keep the one of the day they were accepted on. */
  readonly legal?: true
  /** May differ from service to service. */
  readonly byService?: true
  readonly group: 'booking' | 'agreeing' | 'missing' | 'waiting' | 'rating' | 'law'
}

/** The register of all dated rules. What is not here cannot be ruled; words for each are in `policies.json`. */
export const POLICY_KEYS: Readonly<Record<PolicyName, PolicyKeyRules>> = {
  horizonDays: { kind: 'number', unit: 'days', least: 0, most: 366, group: 'booking' },
  releaseTime: { kind: 'time', optional: true, group: 'booking' },
  minLeadDays: { kind: 'number', unit: 'days', least: 0, most: 30, group: 'booking' },
  cutoffPreviousDay: { kind: 'time', optional: true, group: 'booking' },
  holdMinutes: { kind: 'number', unit: 'minutes', least: 1, most: 60, group: 'booking' },
  partnerHours: { kind: 'number', unit: 'hours', least: 1, most: 168, group: 'agreeing' },
  mostMoves: { kind: 'number', unit: 'times', least: 0, most: 20, group: 'agreeing' },
  mostCancellations: { kind: 'number', unit: 'times', least: 0, most: 20, group: 'agreeing' },
  noShowLimit: { kind: 'number', unit: 'times', least: 0, most: 20, group: 'missing' },
  noShowWindowDays: { kind: 'number', unit: 'days', least: 1, most: 180, group: 'missing' },
  noShowBlockDays: { kind: 'number', unit: 'days', least: 0, most: 180, group: 'missing' },
  stillComingDays: {
    kind: 'number',
    unit: 'workdays',
    least: 0,
    most: 10,
    byService: true,
    group: 'waiting',
  },
  coolingMinutes: { kind: 'number', unit: 'minutes', least: 0, most: 240, group: 'waiting' },
  offerHours: { kind: 'number', unit: 'hours', least: 1, most: 72, group: 'waiting' },
  ratingOpenDays: { kind: 'number', unit: 'days', least: 1, most: 180, group: 'rating' },
  ratingContactDays: { kind: 'number', unit: 'workdays', least: 1, most: 30, group: 'rating' },
  ratingCloseDays: { kind: 'number', unit: 'workdays', least: 1, most: 60, group: 'rating' },
  shiftFirstPeriod: { kind: 'switch', legal: true, group: 'law' },
  weekendIsRestDay: { kind: 'switch', legal: true, group: 'law' },
}

export const POLICY_NAMES = Object.keys(POLICY_KEYS) as PolicyName[]

/** What a key is about; undefined for one that is not in the register. */
export function partsOfKey(
  key: string,
):
  | { readonly name: PolicyName; readonly service: Service | undefined; readonly rules: PolicyKeyRules }
  | undefined {
  const [first = '', second, ...rest] = key.split('.')
  if (rest.length > 0 || !Object.hasOwn(POLICY_KEYS, first)) return undefined
  const name = first as PolicyName
  const rules = POLICY_KEYS[name]
  const service = SERVICES.find((one) => one === second)
  if (second !== undefined && (!service || !rules.byService)) return undefined
  return { name, service, rules }
}

/** What somebody typed for a rule, as its value; the text itself where it is none, which `faultOfValue` then says. */
export function readPolicyValue({ kind }: PolicyKeyRules, typed: string): PolicyValue {
  const text = typed.trim()
  if (text === '') return null
  if (kind === 'number') return /^\d{1,6}$/.test(text) ? Number(text) : text
  if (kind === 'switch') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

export type ValueFault =
  | 'required'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'no-clock-time'
  | 'not-yes-or-no'

/** What is wrong with a value of its own; how rules fit together says `faultsOfPolicy`. */
export function faultOfValue(rules: PolicyKeyRules, value: PolicyValue): ValueFault | undefined {
  if (value === null) return rules.optional ? undefined : 'required'
  switch (rules.kind) {
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) return 'not-whole'
      if (value < (rules.least ?? 0)) return 'too-small'
      return value > (rules.most ?? Number.MAX_SAFE_INTEGER) ? 'too-large' : undefined
    case 'time':
      return typeof value === 'string' && isClockTime(value) ? undefined : 'no-clock-time'
    case 'switch':
      return typeof value === 'boolean' ? undefined : 'not-yes-or-no'
  }
}

/** In the order in which they are shown. */
export const POLICY_GROUPS = [
  'booking',
  'agreeing',
  'waiting',
  'missing',
  'rating',
  'law',
] as const satisfies readonly PolicyKeyRules['group'][]

/** What holds for a key where no version says anything, with the settings of the process for booking. */
export function usualValue(key: PolicyKey, settings: BookingPolicy): PolicyValue | undefined {
  const usual: Partial<Record<PolicyKey, PolicyValue>> = { ...USUAL_READING, ...USUAL_TERMS, ...settings }
  return usual[key]
}
