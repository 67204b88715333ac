import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Draft, loadDraft } from '#lib/booking/load-draft.ts'
import { saveDraft } from '#lib/booking/save-draft.ts'
import { pool } from '#lib/db/pool.ts'
import { firstOpenStep, isReachable, type JourneyAnswers, type JourneyStep } from '#lib/domain/journey.ts'
import { stepsReached } from '#lib/domain/journey-count.ts'
import { env } from '#lib/env.ts'
import { drawToken } from '#lib/identity/draw-token.ts'
import { guardCookie } from '#lib/identity/guard-cookie.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { countStep } from '#lib/numbers/count-step.ts'
import { loadActor } from './actor.ts'

const DAY_SECONDS = 86_400
/** Where those check their answers who stand in line. */
const WAITING_ANSWERS = '/waiting/answers'

function cookieName(): string {
  return env.publicUrl.startsWith('https:') ? '__Host-yd-draft' : 'yd-draft'
}

/** The answers so far, once per request; empty before the first. */
export const loadAnswers = cache(async (): Promise<JourneyAnswers> => (await findDraft())?.answers ?? {})

/** The address of a step. */
export function stepPath(step: JourneyStep): string {
  return `/book/${step}`
}

/** The address of the first open question: of the second person, first where they come from. */
export function nextPath(answers: JourneyAnswers): string {
  const step = firstOpenStep(answers)
  if (step === 'answers' && answers.waiting) return WAITING_ANSWERS
  return step === 'partner' && !answers.partner?.partyType ? '/book/partner/kind' : stepPath(step)
}

/** The answers for a page of the journey; who jumps ahead is led to the first open question. Redirects by throwing. */
export async function requireStep(step: JourneyStep): Promise<JourneyAnswers> {
  const answers = await loadAnswers()
  if (answers.booked && step !== 'service') redirect(`/appointment/${answers.booked}`)
  if (!isReachable(step, answers)) redirect(stepPath(firstOpenStep(answers)))
  if (step === 'answers' && answers.waiting) redirect(WAITING_ANSWERS)
  return answers
}

/** The answers of a couple that is about to stand in line; without them, what they wait for already. Redirects by throwing. */
export async function requireWaitingAnswers(): Promise<JourneyAnswers> {
  const answers = await loadAnswers()
  if (!answers.waiting) redirect('/waiting')
  if (firstOpenStep(answers) !== 'answers') redirect(nextPath(answers))
  return answers
}

/**
 * Keeps changed answers. For actions and route handlers only: a page cannot set the cookie. The browser forgets the
 * pages it has drawn, so that "back" shows what was typed since and not the empty form of then.
 */
export async function keepAnswers(answers: JourneyAnswers): Promise<void> {
  const draft = await findDraft()
  const personId = (await loadActor())?.id
  const id = draft?.id ?? (await newDraftId())
  const now = new Date()
  const before = draft?.answers ?? {}
  const { steps, reached } = stepsReached(before, answers)
  const { service, officeId } = answers.booked ? before : answers
  if (service) for (const step of steps) countStep(pool(), { service, officeId, step, now })
  await saveDraft(pool(), { id, personId, answers: reached ? { ...answers, reached } : answers, now })
  revalidatePath('/book', 'layout')
  revalidatePath('/waiting', 'layout')
}

/** Ends the journey: all that was typed is forgotten here and on every other device; what it became is remembered. */
export async function endJourney(code: string): Promise<void> {
  await keepAnswers({ booked: code })
}

async function findDraft(): Promise<Draft | undefined> {
  const token = (await cookies()).get(cookieName())?.value
  const personId = (await loadActor())?.id
  if (!token && !personId) return undefined
  return loadDraft(pool(), {
    token: token ? hashToken(token) : undefined,
    personId,
    now: new Date(),
  })
}

async function newDraftId(): Promise<Buffer> {
  const token = drawToken()
  ;(await cookies()).set(cookieName(), token, { ...guardCookie(), maxAge: DAY_SECONDS })
  return hashToken(token)
}
