import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { ChannelKind, ChannelScope } from '#lib/domain/channel.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

export interface ChannelLine {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly regionName: LocalizedText | null
  readonly regionCode: string | null
  readonly scopes: readonly ChannelScope[]
  readonly ratePerMinute: number
  readonly active: boolean
  readonly lastUsedAt: Date | null
  readonly keys: number
}

/** The channels, each with what it may do and when it was heard of last. */
export async function ChannelTable({
  channels,
  locale,
}: {
  channels: readonly ChannelLine[]
  locale: Locale
}) {
  const t = await getTranslations('channels')
  return (
    <DataTable
      caption={t('title')}
      heads={[
        { text: t('name') },
        { text: t('kindLabel') },
        { text: t('region') },
        { text: t('scopes') },
        { text: t('rateHead'), end: true },
        { text: t('keys'), end: true },
        { text: t('lastUsed') },
        { text: t('state') },
      ]}
    >
      {channels.map((one) => (
        <tr key={one.id} className="border-b border-line">
          <td className="px-2">
            <a
              className="prose-link inline-flex min-h-11 items-center font-semibold"
              href={`/desk/manage/channels/${one.id}`}
            >
              {one.name}
            </a>
          </td>
          <td className="px-2 whitespace-nowrap">{t(`kind.${one.kind}`)}</td>
          <td className="px-2 whitespace-nowrap">
            {one.regionName?.[locale] ?? one.regionCode ?? t('nation')}
          </td>
          <td className="px-2 whitespace-nowrap">
            {one.scopes.map((scope) => t(`short.${scope}`)).join(' · ')}
          </td>
          <td className="px-2 text-right tabular-nums whitespace-nowrap">
            {t('rateCell', { count: one.ratePerMinute })}
          </td>
          <td className="px-2 text-right tabular-nums">{one.keys}</td>
          <td className="px-2 pl-6 whitespace-nowrap text-ink-soft">
            {one.lastUsedAt ? instantText(locale, one.lastUsedAt) : t('never')}
          </td>
          <td className="px-2 whitespace-nowrap">
            <Tag tone={one.active ? 'ok' : 'stop'}>{t(one.active ? 'on' : 'off')}</Tag>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
