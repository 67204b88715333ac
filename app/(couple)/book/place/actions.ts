'use server'

import { redirect } from 'next/navigation'
import { beginVisit } from '#app/(couple)/book/begin-visit.ts'
import { withChoice } from '#lib/domain/journey.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { keepAnswers, loadAnswers } from '#lib/edge/journey.ts'
import { getOffice } from '#lib/office/get-office.ts'

export async function choosePlace(within: string | undefined, form: FormData): Promise<void> {
  const office = await getOffice(String(form.get('office') ?? ''))
  if (!office?.onlineBooking)
    redirect(`/book/place?${new URLSearchParams({ within: within ?? '', wrong: '1' })}`)
  const answers = await loadAnswers()
  if (answers.service && SERVICE_FACTS[answers.service].needsCase) redirect(await beginVisit())
  await keepAnswers(withChoice(answers, { officeId: office.id }))
  redirect('/book/date')
}
