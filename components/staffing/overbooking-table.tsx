import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import type { HalfDayAdvice } from '#lib/domain/half-day-advice.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { amountText, percentText } from '#lib/format/amount.ts'
import { dayText } from '#lib/format/dates.ts'

/** How many places more could be given out on each half day, and what that would risk. */
export async function OverbookingTable({
  halves,
  locale,
}: {
  halves: readonly HalfDayAdvice[]
  locale: Locale
}) {
  const t = await getTranslations('staffing.overbooking')
  if (halves.length === 0) return <p className="m-0 text-small text-ink-soft">{t('none')}</p>
  return (
    <DataTable
      caption={t('title')}
      heads={['half', 'places', 'rate', 'extra', 'tooMany', 'beyond', 'empty'].map((name) => ({
        text: t(name as never),
      }))}
    >
      {halves.map(({ date, isMorning, places, rate, risk }) => (
        <tr key={`${date} ${isMorning}`} className="border-b border-line tabular-nums">
          <th scope="row" className="px-2 py-1 font-normal whitespace-nowrap">
            {dayText(locale, date)} {t(isMorning ? 'morning' : 'afternoon')}
          </th>
          <td className="px-2">{places}</td>
          <td className="px-2">{percentText(rate)}</td>
          <td className="px-2 font-semibold">{risk.extra}</td>
          <td className="px-2">{percentText(risk.tooMany)}</td>
          <td className="px-2">{amountText(risk.meanBeyond)}</td>
          <td className="px-2">{amountText(risk.meanEmpty)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
