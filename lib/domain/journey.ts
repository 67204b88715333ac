import type { CalendarDate } from './calendar-date.ts'
import type { Sex } from './identity-number.ts'
import type { CountedStep } from './journey-count.ts'
import type { DocumentType, PartyType } from './party-type.ts'
import { SERVICE_FACTS, type Service } from './service.ts'
import type { WaitingWish } from './waiting.ts'

/** The questions of a booking in their order; each is a page with an address of its own. */
const JOURNEY_STEPS = ['service', 'check', 'place', 'date', 'time', 'you', 'partner', 'answers'] as const
export type JourneyStep = (typeof JOURNEY_STEPS)[number]

/** What is told of the second person, as typed: kept even when it is wrong, so that nothing is typed twice. */
export interface PartnerAnswers {
  readonly partyType?: PartyType
  readonly name?: string
  readonly documentType?: DocumentType
  readonly documentNumber?: string
  readonly phone?: string
  readonly sex?: Sex
  readonly birthDate?: string
}

export interface OwnAnswers {
  readonly partyType?: PartyType
  readonly phone?: string
  readonly sex?: Sex
  readonly birthDate?: string
}

/** The answers so far. */
export interface JourneyAnswers {
  readonly service?: Service
  /** Answers to the suitability questions of the service, by question. */
  readonly checks?: Readonly<Record<string, 'yes' | 'no'>>
  readonly officeId?: string
  readonly date?: CalendarDate
  readonly slotId?: number
  /** They would rather wait for a seat on these days than take a free one: no day and no time is asked. */
  readonly waiting?: readonly WaitingWish[]
  readonly you?: OwnAnswers
  readonly youDone?: boolean
  /** A phone other than the sign-in's that was proved by a code. */
  readonly provedPhone?: string
  readonly partner?: PartnerAnswers
  readonly partnerDone?: boolean
  /** Made before the first try to send, so that a second click is the same booking. */
  readonly key?: string
  /** The appointment these answers became: a second click finds it instead of empty pages. */
  readonly booked?: string
  /** The furthest step that was counted, so that going back counts nothing twice. */
  readonly reached?: CountedStep
}

/** Questions that tell early when this service is not the way; the answer that lets people go on is `pass`. */
export interface SuitabilityQuestion {
  readonly id: string
  readonly pass: 'yes' | 'no'
}

const QUESTIONS: Partial<Record<Service, readonly SuitabilityQuestion[]>> = {
  MARRIAGE: [
    { id: 'both-unmarried', pass: 'yes' }, // Civil Code art. 1042, 1051
    { id: 'close-kin', pass: 'no' }, // Civil Code art. 1048
  ],
  DIVORCE_APPLICATION: [
    { id: 'both-agree', pass: 'yes' }, // Civil Code art. 1076, 1079
    { id: 'all-settled', pass: 'yes' }, // Civil Code art. 1076(2)
    { id: 'registered-here', pass: 'yes' }, // 婚姻登记条例 art. 12
  ],
  REISSUE_MARRIAGE: [{ id: 'status-unchanged', pass: 'yes' }],
  REISSUE_DIVORCE: [{ id: 'status-unchanged', pass: 'yes' }],
}

export function suitabilityQuestions(service: Service): readonly SuitabilityQuestion[] {
  return QUESTIONS[service] ?? []
}

/** The first question that is not yet answered, or answered so that this service is not the way. */
export function openQuestion(answers: JourneyAnswers): SuitabilityQuestion | undefined {
  const { service, checks } = answers
  return service && suitabilityQuestions(service).find((question) => checks?.[question.id] !== question.pass)
}

/**
 * The first step that still needs an answer; where somebody goes who jumps ahead. Of a case both people are known already.
 */
export function firstOpenStep(answers: JourneyAnswers): JourneyStep {
  if (!answers.service) return 'service'
  if (openQuestion(answers)) return 'check'
  if (!answers.officeId) return 'place'
  if (!answers.waiting && !answers.date) return 'date'
  if (!answers.waiting && !answers.slotId) return 'time'
  if (!answers.youDone) return 'you'
  const { parties, needsCase } = SERVICE_FACTS[answers.service]
  if (parties === 2 && !needsCase && !answers.partnerDone) return 'partner'
  return 'answers'
}

/** Whether a step may be shown: all the ones before it are answered. */
export function isReachable(step: JourneyStep, answers: JourneyAnswers): boolean {
  return JOURNEY_STEPS.indexOf(step) <= JOURNEY_STEPS.indexOf(firstOpenStep(answers))
}

/** Choosing another service, place or day makes what depends on it void; the people stay as they are. */
export function withChoice(
  { waiting: _waiting, ...answers }: JourneyAnswers,
  choice: Pick<JourneyAnswers, 'service' | 'officeId' | 'date'>,
): JourneyAnswers {
  const { slotId: _slot, key: _key, ...rest } = answers
  if (choice.service !== undefined) {
    if (choice.service === answers.service) return answers
    const { checks: _checks, date: _date, officeId: _office, ...people } = rest
    return { ...people, service: choice.service }
  }
  if (choice.officeId !== undefined) {
    if (choice.officeId === answers.officeId) return answers
    const { date: _date, ...others } = rest
    return { ...others, officeId: choice.officeId }
  }
  return choice.date === undefined || choice.date === answers.date ? answers : { ...rest, date: choice.date }
}
