'use server'

import { redirect } from 'next/navigation'
import { beginVisit } from '#app/(couple)/book/begin-visit.ts'
import { withChoice } from '#lib/domain/journey.ts'
import { isService, SERVICE_FACTS } from '#lib/domain/service.ts'
import { keepAnswers, loadAnswers, nextPath } from '#lib/edge/journey.ts'

export async function chooseService(form: FormData): Promise<void> {
  const service = String(form.get('service') ?? '')
  if (!isService(service)) redirect('/book/service?wrong=1')
  if (SERVICE_FACTS[service].needsCase) redirect(await beginVisit())
  const before = await loadAnswers()
  const answers = withChoice(before.booked ? {} : before, { service })
  await keepAnswers(answers)
  redirect(nextPath(answers))
}
