import { addDays, type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { type ClockTime, isClockTime } from './clock.ts'
import { readPersonName } from './person-name.ts'
import { readPhoneNumber } from './phone-number.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'
import { factsOfService, type Service } from './service.ts'
import { isUuid } from './uuid.ts'

/**
 * What two registrars can do in somebody's home or at a sickbed. Marriage still takes both people in one room (Civil
 * Code art. 1049). A divorce is not begun there: its two visits are tied to the office that accepts it (art. 1076, 1077).
 */
export const HOME_VISIT_SERVICES = [
  'MARRIAGE',
  'REISSUE_MARRIAGE',
  'REISSUE_DIVORCE',
] as const satisfies readonly Service[]
export type HomeVisitService = (typeof HOME_VISIT_SERVICES)[number]

/** Why somebody cannot come. */
export const HOME_VISIT_REASONS = ['age', 'illness', 'disability', 'other'] as const
export type HomeVisitReason = (typeof HOME_VISIT_REASONS)[number]

export type HomeVisitState = 'asked' | 'planned' | 'done' | 'refused' | 'withdrawn'

/** How a wish for a visit can end, and what an office may say no for. */
export const HOME_VISIT_ENDS = ['done', 'refused', 'withdrawn'] as const
export type HomeVisitEnd = (typeof HOME_VISIT_ENDS)[number]
export const HOME_VISIT_REFUSALS = ['can-come', 'other-district', 'papers-missing', 'not-reached'] as const

/** What its people are told of by message. */
export const HOME_VISIT_NEWS = ['home-visit-asked', 'home-visit-planned', 'home-visit-refused'] as const
export type HomeVisitNews = (typeof HOME_VISIT_NEWS)[number]

export function isHomeVisitNews(kind: string): kind is HomeVisitNews {
  return (HOME_VISIT_NEWS as readonly string[]).includes(kind)
}

/** In which state a message about a visit is still true. */
export const HOME_VISIT_TRUE_IN: Readonly<Record<HomeVisitNews, HomeVisitState>> = {
  'home-visit-asked': 'asked',
  'home-visit-planned': 'planned',
  'home-visit-refused': 'refused',
}

export const HOME_VISIT_NOTE_LENGTH = 200
const ADDRESS_LENGTH = { least: 6, most: 120 } as const
/** A visit is planned so many days ahead at most: nobody knows the week after. */
const FARTHEST_DAYS = 60

/** Somebody at the door, as typed. */
interface VisitedInput {
  readonly name: string
  readonly phone: string
}

/** A wish for a visit, as typed. */
export interface HomeVisitInput {
  readonly service: string
  readonly reason: string
  readonly address: string
  readonly note: string
  /** Whoever asks first. */
  readonly people: readonly VisitedInput[]
}

/** The same, checked. */
export interface HomeVisitWish {
  readonly service: HomeVisitService
  readonly reason: HomeVisitReason
  readonly address: string
  readonly note: string
  readonly people: readonly VisitedInput[]
}

/** Reads a wish; every field that is wrong is told. For a marriage both people are named. */
export function readHomeVisit(input: HomeVisitInput): Result<HomeVisitWish> {
  const errors: RefusalDetail[] = []
  const wrong = (path: string, reason: string) => errors.push({ path, reason })
  const service = HOME_VISIT_SERVICES.find((one) => one === input.service)
  if (!service) wrong('service', 'required')
  const reason = HOME_VISIT_REASONS.find((one) => one === input.reason)
  if (!reason) wrong('reason', 'required')
  const address = input.address.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (address.length < ADDRESS_LENGTH.least) wrong('address', address ? 'too-small' : 'required')
  if (address.length > ADDRESS_LENGTH.most) wrong('address', 'too-big')
  const note = input.note.trim()
  if (note.length > HOME_VISIT_NOTE_LENGTH) wrong('note', 'too-big')
  const count = service ? factsOfService(service).parties : 1
  const people = Array.from({ length: count }, (_, index) => {
    const typed = input.people[index] ?? { name: '', phone: '' }
    const name = readPersonName(typed.name)
    const phone = readPhoneNumber(typed.phone)
    if (!name) wrong(`people.${index}.name`, typed.name.trim() ? 'name' : 'required')
    if (!phone) wrong(`people.${index}.phone`, typed.phone.trim() ? 'phone' : 'required')
    return { name: name ?? '', phone: phone ?? '' }
  })
  if (errors.length > 0 || !service || !reason) return refuse('invalid-input', errors)
  return accept({ service, reason, address, note, people })
}

/** When two clerks go. */
export interface HomeVisitPlan {
  readonly visitOn: CalendarDate
  readonly startTime: ClockTime
  readonly staffIds: readonly [string, string]
}

/** Two different clerks, a day that is to come and not too far, a time. Nobody goes into a home alone. */
export function readPlan(
  typed: { readonly visitOn: string; readonly startTime: string; readonly staffIds: readonly string[] },
  today: CalendarDate,
): Result<HomeVisitPlan> {
  const errors: RefusalDetail[] = []
  const { visitOn, startTime } = typed
  const [first, second] = typed.staffIds
  if (!isCalendarDate(visitOn)) errors.push({ path: 'visitOn', reason: visitOn ? 'date' : 'required' })
  else if (visitOn < today) errors.push({ path: 'visitOn', reason: 'day-is-over' })
  else if (visitOn > addDays(today, FARTHEST_DAYS)) errors.push({ path: 'visitOn', reason: 'too-far-off' })
  if (!isClockTime(startTime))
    errors.push({ path: 'startTime', reason: startTime ? 'clock-time' : 'required' })
  if (!first || !isUuid(first)) errors.push({ path: 'staffIds.0', reason: 'required' })
  if (!second || !isUuid(second)) errors.push({ path: 'staffIds.1', reason: 'required' })
  else if (first === second) errors.push({ path: 'staffIds.1', reason: 'two-clerks-needed' })
  if (errors.length > 0 || !isCalendarDate(visitOn) || !first || !second)
    return refuse('invalid-input', errors)
  return accept({ visitOn, startTime, staffIds: [first, second] })
}

/**
 * Why nobody goes out on a day: on a rest day nobody is at work, unless the office serves then. That is another
 * schedule with fewer people, so it is asked whether it is meant.
 */
export function refuseVisitDay(day: {
  readonly isRestDay: boolean
  /** Some of the office's windows are open although it is a rest day. */
  readonly isServed: boolean
  readonly isConfirmed: boolean
}): 'rest-day' | 'service-day-meant' | undefined {
  if (!day.isRestDay) return undefined
  if (!day.isServed) return 'rest-day'
  return day.isConfirmed ? undefined : 'service-day-meant'
}

/** Whether a visit may still be planned, or planned anew. */
export function mayPlanVisit(state: HomeVisitState): boolean {
  return state === 'asked' || state === 'planned'
}

/** Whether it may end so: only what was planned can have been done. */
export function mayEndVisit(state: HomeVisitState, end: HomeVisitEnd): boolean {
  return end === 'done' ? state === 'planned' : mayPlanVisit(state)
}
