import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChangeChoice, ChangedState } from '#lib/domain/capacity-change.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

interface ResultRow {
  readonly id: string
  readonly officeName: LocalizedText
  readonly date: CalendarDate
  readonly choice: ChangeChoice
  readonly states: Readonly<Partial<Record<ChangedState, number>>>
  readonly toPhone: number
}

/** The change of each office and day of a notice: what was chosen, how far it has come, whom somebody has to phone. */
export async function NoticeResults({ rows, locale }: { rows: readonly ResultRow[]; locale: Locale }) {
  const t = await getTranslations('changes')
  const n = await getTranslations('notice')
  return (
    <DataTable
      caption={n('result.offices')}
      heads={(['day', 'office', 'choice', 'couples', 'state', 'phone'] as const).map((name) => ({
        text: n(`result.head.${name}`),
      }))}
    >
      {rows.map(({ id, officeName, date, choice, states, toPhone }) => (
        <tr key={id} className="border-b border-line">
          <td className="px-2 py-1.5 whitespace-nowrap tabular-nums">{dayText(locale, date)}</td>
          <td className="px-2">
            <a
              className="prose-link inline-flex min-h-11 items-center font-semibold"
              href={`/desk/manage/changes/${id}`}
            >
              {officeName[locale]}
            </a>
          </td>
          <td className="px-2">{t(`choice.${choice}.title`)}</td>
          <td className="px-2 tabular-nums">
            {Object.values(states).reduce((sum, count) => sum + count, 0)}
          </td>
          <td className="px-2">
            {(Object.entries(states) as [ChangedState, number][])
              .map(([state, count]) => n('result.ofState', { state: t(`state.${state}`), count }))
              .join(n('and'))}
          </td>
          <td className="px-2">{toPhone > 0 ? <Tag tone="warn">{toPhone}</Tag> : '—'}</td>
        </tr>
      ))}
    </DataTable>
  )
}
