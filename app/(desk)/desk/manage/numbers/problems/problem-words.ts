import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { QUIET_SERVICES } from '#lib/domain/problem.ts'
import type { ProblemOfMonth } from '#lib/numbers/list-problems.ts'

/** What problems are called: in the words that stand where they are met. */
export async function problemWords(locale: Locale): Promise<(problem: ProblemOfMonth) => string> {
  const t = await getTranslations('numbers.problems')
  const refusals = await getTranslations('refusals')
  const rejections = await getTranslations('desk.rejections')
  const services = await getTranslations('services')
  return ({ kind, code, paper }) => {
    switch (kind) {
      case 'refused':
        return code === 'other' ? t('other') : refusals(`${code}.title` as never)
      case 'ended':
        return t(`ended.${code}` as never)
      case 'rejected':
        return rejections(code as never)
      case 'missing':
        return paper?.[locale] ?? code
      case 'low-rating':
        return code === QUIET_SERVICES ? t('quiet') : services(`${code}.name` as never)
    }
  }
}
