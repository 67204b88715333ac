'use server'

import { redirect } from 'next/navigation'
import { partyTypeOf } from '#app/(couple)/book/read-form.ts'
import { keepAnswers, requireStep } from '#lib/edge/journey.ts'
import { getOffice } from '#lib/office/get-office.ts'

export async function tellPartnerKind(form: FormData): Promise<void> {
  const answers = await requireStep('partner')
  const partyType = partyTypeOf(form)
  if (!partyType) redirect('/book/partner/kind?wrong=1')
  const office = await getOffice(answers.officeId ?? '')
  if (!office?.accepts.includes(partyType)) redirect(`/book/partner/kind?cannot=${partyType}`)
  const { documentType: _document, ...others } = answers.partner ?? {}
  const kept = answers.partner?.partyType === partyType ? answers.partner : others
  await keepAnswers({ ...answers, partner: { ...kept, partyType }, partnerDone: false })
  redirect('/book/partner')
}
