import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import type { JourneySearch } from '#app/(couple)/book/step-metadata.ts'
import { CodeQuestion } from '#app/(couple)/code-question.tsx'
import { readPhoneNumber } from '#lib/domain/phone-number.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { heldTimeOf } from '#lib/edge/held-time.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { provePhone, sendPhoneCode } from './actions.ts'

export async function generateMetadata({ searchParams }: JourneySearch): Promise<Metadata> {
  const common = await getTranslations('common')
  const journey = await getTranslations('journey')
  const title = journey('title', { step: (await getTranslations('safety.code'))('title') })
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** A phone other than the one of the sign-in: is it really in these hands? */
export default async function PhonePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('you')
  const actor = await requireActor('/book/phone')
  const held = await heldTimeOf(actor, answers)
  const phone = readPhoneNumber(answers.you?.phone ?? '')
  if (!phone) redirect('/book/you')
  const t = await getTranslations('safety.code')
  return (
    <JourneyPage
      answers={answers}
      held={held}
      back={{ href: '/book/you', text: t('otherPhone') }}
      kicker={await loadKicker(answers)}
    >
      <CodeQuestion to={phone} search={await searchParams} check={provePhone} again={sendPhoneCode} />
    </JourneyPage>
  )
}
