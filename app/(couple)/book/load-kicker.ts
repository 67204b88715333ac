import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** What has been chosen so far: the service, and the office once there is one. */
export async function loadKicker(answers: JourneyAnswers): Promise<string> {
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const office = answers.officeId ? await getOffice(answers.officeId) : undefined
  const parts = [answers.service ? services(`${answers.service}.name`) : undefined, office?.name[locale]]
  return parts.filter(Boolean).join(' · ')
}
