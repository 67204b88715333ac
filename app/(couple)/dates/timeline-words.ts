import { getTranslations } from 'next-intl/server'
import type { TimelineWords } from '#components/divorce/case-timeline.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { weekdayTexts } from '#lib/format/dates.ts'

/** The words around the picture of the two periods. */
export async function timelineWords(locale: Locale): Promise<TimelineWords> {
  const t = await getTranslations('dates.legend')
  return {
    weekdays: weekdayTexts(locale),
    legend: {
      accepted: t('accepted'),
      coolingOff: t('coolingOff'),
      coolingOffEnd: t('coolingOffEnd'),
      certWindow: t('certWindow'),
      firstServiceDay: t('firstServiceDay'),
      safe: t('safe'),
      certWindowEnd: t('certWindowEnd'),
      rest: t('rest'),
    },
  }
}
