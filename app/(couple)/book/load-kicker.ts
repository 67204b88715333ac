import { getLocale, getTranslations } from 'next-intl/server'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { isLocale } from '#lib/domain/localized-text.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** What has been chosen so far: the service, and the office once there is one. */
export async function loadKicker(answers: JourneyAnswers): Promise<string> {
  const services = await getTranslations('services')
  const locale = await getLocale()
  const office = answers.officeId ? await getOffice(answers.officeId) : undefined
  const parts = [
    answers.service ? services(`${answers.service}.name`) : undefined,
    office?.name[isLocale(locale) ? locale : 'zh-CN'],
  ]
  return parts.filter(Boolean).join(' · ')
}
