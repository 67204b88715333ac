import { redirect } from 'next/navigation'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { sendCode } from '#lib/edge/code-sending.ts'

/** Sends the digits to this phone and leads to the page that asks for them. Redirects by throwing. */
export async function askPhoneCode(phone: string): Promise<never> {
  const signedIn = await requireSignedIn('/book/phone')
  const to = { medium: 'sms', address: phone } as const
  const locale = await speakingLocale()
  redirect(`/book/phone?${await sendCode(signedIn, { purpose: 'journey-phone', to, locale })}`)
}
