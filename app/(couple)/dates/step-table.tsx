import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { DivorceDeadlines } from '#lib/domain/cooling-off.ts'
import { dayText } from '#lib/format/dates.ts'
import { stepText } from '#lib/format/deadline-text.ts'

/** The days of the picture in words: which day, what it is, by which article, and why it moved. */
export async function StepTable({ steps }: { steps: DivorceDeadlines['explanation'] }) {
  const t = await getTranslations('dates')
  const locale = await speakingLocale()
  return (
    <table className="mt-8 w-full border-collapse text-left align-top">
      <caption className="mb-2 text-left text-lead font-semibold">{t('table.title')}</caption>
      <thead>
        <tr className="border-b border-line-strong text-small text-ink-soft">
          <th scope="col" className="py-2 pr-3 font-normal">
            {t('table.day')}
          </th>
          <th scope="col" className="py-2 font-normal">
            {t('table.what')}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps
          .map((step) => ({ ...step, ...stepText(locale, step) }))
          .map(({ rule, date, what, moved, law }) => (
            <tr key={rule} className="keep-together border-b border-line align-top">
              <th scope="row" className="py-3 pr-3 font-semibold tabular-nums">
                <span className="block whitespace-nowrap">{dayText(locale, date, 'plain')}</span>
                <span className="block text-small font-normal text-ink-soft">
                  {dayText(locale, date, 'weekday')}
                </span>
              </th>
              <td className="py-3">
                {what}
                {moved ? <span className="block text-small">{moved}</span> : null}
                <span className="block text-small text-ink-soft">{law}</span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
