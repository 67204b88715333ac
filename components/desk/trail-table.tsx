import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { detailText, shortId } from '#lib/format/trail-detail.ts'
import { actText } from '#lib/format/trail-text.ts'

export interface TrailLine {
  readonly id: string
  readonly at: Date
  readonly actorKind: string
  readonly staffName: string | null
  readonly channelName: string | null
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly code: string | null
  readonly officeName: LocalizedText | null
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly isSealed: boolean
}

/** Entries of the record, each in words, with the facts that it keeps. */
export async function TrailTable({
  entries,
  locale,
  showsOffice,
}: {
  entries: readonly TrailLine[]
  locale: Locale
  showsOffice: boolean
}) {
  const t = await getTranslations('audit')
  const columns = ['when', 'who', 'what', 'about', ...(showsOffice ? ['where'] : []), 'detail', 'state']
  return (
    <DataTable caption={t('title')} heads={columns.map((column) => ({ text: t(`table.${column}`) }))}>
      {entries.map((entry) => (
        <tr key={entry.id} className="border-b border-line align-top">
          <td className="px-2 py-2 whitespace-nowrap tabular-nums">{instantText(locale, entry.at)}</td>
          <td className="px-2 py-2 whitespace-nowrap">
            {entry.staffName ??
              entry.channelName ??
              (t.has(`who.${entry.actorKind}`) ? t(`who.${entry.actorKind}`) : entry.actorKind)}
          </td>
          <td className="px-2 py-2">{actText(locale, entry.act)}</td>
          <td className="px-2 py-2">
            {t.has(`kind.${entry.subjectKind}`) ? t(`kind.${entry.subjectKind}`) : entry.subjectKind}{' '}
            <span className="font-mono break-all text-ink-soft">
              {entry.code ?? shortId(entry.subjectId)}
            </span>
          </td>
          {showsOffice ? <td className="px-2 py-2">{entry.officeName?.[locale]}</td> : null}
          <td className="px-2 py-2 text-ink-soft">{detailText(locale, entry.detail)}</td>
          <td className="px-2 py-2 whitespace-nowrap">
            {entry.isSealed ? <Tag tone="ok">{t('table.sealed')}</Tag> : <Tag>{t('table.unsealed')}</Tag>}
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
