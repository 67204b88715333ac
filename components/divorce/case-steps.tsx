import { getTranslations } from 'next-intl/server'
import type { CaseStepDate } from '#lib/domain/explain-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

/** The dates of a case in words for the desk: which day, what it is, by which article, why it moved or who said otherwise. */
export async function CaseSteps({ steps, locale }: { steps: readonly CaseStepDate[]; locale: Locale }) {
  const t = await getTranslations('dates')
  const own = await getTranslations('cases.steps')
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{own('caption')}</caption>
      <tbody>
        {steps.map(({ rule, date, article, movedBecause, computed }) => (
          <tr key={rule} className="border-t border-line align-top first:border-t-0">
            <th scope="row" className="w-px py-2 pr-6 font-semibold whitespace-nowrap tabular-nums">
              {dayText(locale, date)}
            </th>
            <td className="py-2">
              {t(`steps.${rule}`)}
              <span className="block text-small text-ink-soft">
                {movedBecause ? t('moved', { from: dayText(locale, movedBecause.from) }) : null}
                {computed ? own('printed', { computed: dayText(locale, computed) }) : null}{' '}
                {t('law', { article: article.split(', ').join(t('comma')) })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
