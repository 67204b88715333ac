import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import type { DayPlaces } from '#lib/domain/change-picture.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

const SHOWN = 14

/** How many places each day has before and after; the near days first, the rest on demand. */
export async function PictureDays({ days, locale }: { days: readonly DayPlaces[]; locale: Locale }) {
  const t = await getTranslations('changes.days')
  if (days.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  const table = (some: readonly DayPlaces[]) => (
    <DataTable
      caption={t('title')}
      heads={(['day', 'before', 'after', 'lost', 'gained'] as const).map((name) => ({ text: t(name) }))}
    >
      {some.map(({ date, before, after, lost, gained }) => (
        <tr key={date} className="border-b border-line tabular-nums">
          <td className="px-2 py-1.5 whitespace-nowrap">{dayText(locale, date, 'long')}</td>
          <td className="px-2">{before}</td>
          <td className="px-2">{after}</td>
          <td className="px-2">{lost > 0 ? `−${lost}` : '—'}</td>
          <td className="px-2">{gained > 0 ? `+${gained}` : '—'}</td>
        </tr>
      ))}
    </DataTable>
  )
  return (
    <>
      {table(days.slice(0, SHOWN))}
      {days.length > SHOWN ? (
        <details className="mt-2">
          <summary className="cursor-pointer py-2 font-semibold">
            {t('more', { count: days.length - SHOWN })}
          </summary>
          {table(days.slice(SHOWN))}
        </details>
      ) : null}
    </>
  )
}
