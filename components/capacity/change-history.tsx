import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { CapacityChange, ChangeChoice } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { changedDays, changedWhat } from '#lib/format/change-text.ts'
import { instantText } from '#lib/format/dates.ts'

export interface ChangeLine {
  readonly id: string
  readonly change: CapacityChange
  readonly choice: ChangeChoice
  readonly picture: { readonly couples: number }
  readonly madeBy: string
  readonly madeAt: Date
  readonly doneAt: Date | null
}

/** What was changed, when, by whom, and whether everybody is dealt with. */
export async function ChangeHistory({ changes, locale }: { changes: readonly ChangeLine[]; locale: Locale }) {
  const t = await getTranslations('changes')
  if (changes.length === 0) return <p className="text-ink-soft">{t('history.none')}</p>
  return (
    <DataTable
      caption={t('history.title')}
      heads={(['what', 'when', 'who', 'couples', 'state'] as const).map((name) => ({
        text: t(`history.${name}`),
      }))}
    >
      {changes.map(({ id, change, choice, picture, madeBy, madeAt, doneAt }) => (
        <tr key={id} className="border-b border-line">
          <td className="px-2">
            <a
              className="prose-link inline-flex min-h-11 items-center font-semibold"
              href={`/desk/manage/changes/${id}`}
            >
              {t(`what.${changedWhat(change)}`, { days: changedDays(locale, change) })}
            </a>
          </td>
          <td className="px-2 whitespace-nowrap tabular-nums">{instantText(locale, madeAt)}</td>
          <td className="px-2 whitespace-nowrap">{madeBy}</td>
          <td className="px-2 whitespace-nowrap">
            {picture.couples > 0 ? t(`history.choice.${choice}`, { count: picture.couples }) : '—'}
          </td>
          <td className="px-2">
            <Tag tone={doneAt ? 'ok' : 'warn'}>{t(doneAt ? 'history.done' : 'history.open')}</Tag>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
