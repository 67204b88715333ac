import { firstOpenStep, type JourneyAnswers } from './journey.ts'

/** How far couples come, in the order of the questions; `booked` is the end that was meant. */
export const COUNTED_STEPS = [
  'started',
  'place',
  'date',
  'time',
  'you',
  'partner',
  'answers',
  'booked',
] as const
export type CountedStep = (typeof COUNTED_STEPS)[number]

/** Beside the way: they chose to stand in line, or a wish was refused. */
export type CountedEvent = CountedStep | 'waiting' | 'refused'

/** Where a journey stands, by the last question it has come to. */
function reachedIn(answers: JourneyAnswers): CountedStep | undefined {
  if (answers.booked) return 'booked'
  const step = firstOpenStep(answers)
  if (step === 'service') return undefined
  return step === 'check' ? 'started' : step
}

/**
 * The steps that a journey takes for the first time by these answers, and the furthest one afterwards. Going back and
 * answering anew counts nothing twice; another service is another journey. In line no time is chosen: that is an end of
 * its own.
 */
export function stepsReached(
  before: JourneyAnswers,
  after: JourneyAnswers,
): { readonly steps: readonly CountedEvent[]; readonly reached: CountedStep | undefined } {
  if (after.waiting) return { steps: before.waiting ? [] : ['waiting'], reached: before.reached }
  const isSame = after.booked !== undefined || before.service === after.service
  const furthest = isSame ? before.reached : undefined
  const now = reachedIn(after)
  const [from, until] = [placeOf(furthest), placeOf(now)]
  const reached = until > from ? now : furthest
  return { steps: COUNTED_STEPS.slice(from + 1, until + 1), reached }
}

function placeOf(step: CountedStep | undefined): number {
  return step === undefined ? -1 : COUNTED_STEPS.indexOf(step)
}
