'use server'

import { redirect } from 'next/navigation'
import { withChoice } from '#lib/domain/journey.ts'
import { keepAnswers, loadAnswers } from '#lib/edge/journey.ts'
import { getOffice } from '#lib/office/get-office.ts'

export async function choosePlace(within: string | undefined, form: FormData): Promise<void> {
  const office = await getOffice(String(form.get('office') ?? ''))
  if (!office?.onlineBooking)
    redirect(`/book/place?${new URLSearchParams({ within: within ?? '', wrong: '1' })}`)
  await keepAnswers(withChoice(await loadAnswers(), { officeId: office.id }))
  redirect('/book/date')
}
