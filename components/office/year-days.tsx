import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

interface YearDay {
  readonly date: CalendarDate
  readonly kind: 'holiday' | 'makeup-workday'
  readonly name: LocalizedText
  readonly status: 'official' | 'provisional'
  readonly source: string
}

/** The days of a year that differ from their weekday: what each is, and how certain. */
export async function YearDays({ days, locale }: { days: readonly YearDay[]; locale: Locale }) {
  const t = await getTranslations('cases.calendar')
  return (
    <table className="mt-3 w-full border-collapse text-left">
      <caption className="sr-only">{t('days')}</caption>
      <thead>
        <tr className="text-small text-ink-soft">
          {(['date', 'kindOf', 'name', 'status'] as const).map((column) => (
            <th key={column} scope="col" className="py-1.5 pr-3 font-normal">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, kind, name, status, source }) => (
          <tr key={date} className="border-t border-line" title={source}>
            <th scope="row" className="py-1.5 pr-3 font-normal whitespace-nowrap tabular-nums">
              {dayText(locale, date)}
            </th>
            <td className="pr-3 whitespace-nowrap">
              <Tag tone={kind === 'holiday' ? 'accent' : 'plain'}>{t(`kind.${kind}`)}</Tag>
            </td>
            <td className="pr-3">{name[locale]}</td>
            <td className="text-small whitespace-nowrap text-ink-soft">{t(`status.${status}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
