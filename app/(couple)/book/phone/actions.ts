'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { keepAnswers, nextPath, requireStep } from '#lib/edge/journey.ts'
import { checkOneTimeCode } from '#lib/identity/check-one-time-code.ts'
import { askPhoneCode } from './ask-phone-code.ts'

/** The phone told in the journey, proved by the digits that were sent there. */
export async function provePhone(form: FormData): Promise<void> {
  const { answers, phone } = await readTold()
  const { sessionId } = await requireSignedIn('/book/phone')
  const checked = await checkOneTimeCode(pool(), {
    sessionId,
    purpose: 'journey-phone',
    to: { medium: 'sms', address: phone },
    typed: String(form.get('code') ?? '').slice(0, 40),
    now: new Date(),
  })
  if (!checked.ok) redirect(`/book/phone?wrong=${checked.errors?.[0]?.reason}`)
  const next = { ...answers, provedPhone: phone }
  await keepAnswers(next)
  redirect(nextPath(next))
}

/** The digits once more. */
export async function sendPhoneCode(): Promise<void> {
  await askPhoneCode((await readTold()).phone)
}

async function readTold(): Promise<{ answers: JourneyAnswers; phone: string }> {
  const answers = await requireStep('you')
  const phone = readPhoneNumber(answers.you?.phone ?? '')
  if (!phone) redirect('/book/you?wrong=1')
  return { answers, phone }
}
