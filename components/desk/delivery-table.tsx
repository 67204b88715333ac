import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { WebhookEvent } from '#lib/domain/channel.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

export interface DeliveryLine {
  readonly id: string
  readonly code: string
  readonly event: string
  readonly at: Date
  readonly attempts: number
  readonly nextTryAt: Date
  readonly deliveredAt: Date | null
  readonly failedAt: Date | null
  readonly answer: number | null
}

/** What a channel was told lately, how often it took, and what it answered. */
export async function DeliveryTable({
  deliveries,
  locale,
}: {
  deliveries: readonly DeliveryLine[]
  locale: Locale
}) {
  const t = await getTranslations('channels.delivery')
  const event = await getTranslations('channels.webhook.event')
  if (deliveries.length === 0) return <p className="mt-4 text-small text-ink-soft">{t('none')}</p>
  return (
    <div className="mt-4">
      <h3>{t('title')}</h3>
      <DataTable
        caption={t('title')}
        heads={[
          { text: t('at') },
          { text: t('event') },
          { text: t('code') },
          { text: t('attempts') },
          { text: t('answer') },
          { text: t('result') },
        ]}
      >
        {deliveries.map((one) => (
          <tr key={one.id} className="border-b border-line">
            <td className="px-2 py-2 whitespace-nowrap">{instantText(locale, one.at)}</td>
            <td className="px-2 whitespace-nowrap">{event(one.event as WebhookEvent)}</td>
            <td className="px-2 font-mono whitespace-nowrap">{one.code}</td>
            <td className="px-2 text-right tabular-nums">{one.attempts}</td>
            <td className="px-2 text-right tabular-nums">{one.answer ?? '–'}</td>
            <td className="px-2 whitespace-nowrap">
              {one.deliveredAt ? <Tag tone="ok">{t('delivered')}</Tag> : null}
              {one.failedAt ? <Tag tone="stop">{t('failed')}</Tag> : null}
              {one.deliveredAt || one.failedAt ? null : (
                <Tag tone="warn">{t('next', { at: instantText(locale, one.nextTryAt) })}</Tag>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
    </div>
  )
}
