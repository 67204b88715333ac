import { beginVisit } from '#app/(couple)/book/begin-visit.ts'
import { type JourneyAnswers, withChoice } from '#lib/domain/journey.ts'
import { isService, SERVICE_FACTS, serviceOfSlug } from '#lib/domain/service.ts'
import { keepAnswers, loadAnswers, nextPath, stepPath } from '#lib/edge/journey.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** Begins a journey from a link: a service, perhaps with an office; goes on at the first open question. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const named = query.get('service') ?? ''
  const service = isService(named) ? named : serviceOfSlug(named)
  const office = await getOffice(query.get('office') ?? '')
  if (service && SERVICE_FACTS[service].needsCase) return seeOther(await beginVisit())
  const before = await loadAnswers()
  let answers: JourneyAnswers = before.booked ? {} : before
  if (service) answers = withChoice(answers, { service })
  if (office?.onlineBooking) answers = withChoice(answers, { officeId: office.id })
  await keepAnswers(answers)
  return seeOther(service ? nextPath(answers) : stepPath('service'))
}
