import { withChoice } from '#lib/domain/journey.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { keepAnswers, loadAnswers, nextPath } from '#lib/edge/journey.ts'
import { loadOwnCase } from '#lib/edge/visit.ts'

/**
 * Begins the booking of a second visit: the place is the office that accepted the application, both people are known.
 * Tells where to go: to sign in and come back, to the first question, to the visit that is booked already, or to the page
 * that tells what it means when we know of no case.
 */
export async function beginVisit(): Promise<string> {
  if (!(await loadActor()))
    return `/sign-in?${new URLSearchParams({ to: '/book/start?service=second-visit' })}`
  const own = await loadOwnCase()
  if (!own) return '/progress?missing=1'
  if (own.visit) return `/appointment/${own.visit.code}`
  const before = await loadAnswers()
  const service = withChoice(before.booked ? {} : before, { service: 'DIVORCE_CERTIFICATE' })
  const you = { partyType: own.self.partyType, ...before.you }
  const answers = { ...withChoice(service, { officeId: own.found.officeId }), you }
  await keepAnswers(answers)
  return nextPath(answers)
}
