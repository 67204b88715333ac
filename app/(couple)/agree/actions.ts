'use server'

import { redirect } from 'next/navigation'
import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { readPartnerCode } from '#lib/domain/partner-code.ts'

/** Goes on to what is to be agreed to, once both codes can be codes at all. */
export async function openAgreement(form: FormData): Promise<void> {
  const typed = String(form.get('code') ?? '').slice(0, 40)
  const confirm = String(form.get('confirm') ?? '').slice(0, 20)
  const code = readAppointmentCode(typed)
  const back = (wrong: string) => `/agree?${new URLSearchParams({ code: typed, confirm, wrong })}`
  if (!code) redirect(back('code'))
  const partnerCode = readPartnerCode(confirm)
  if (!partnerCode) redirect(back('confirm'))
  redirect(`/agree/${code}?${new URLSearchParams({ confirm: partnerCode })}`)
}
