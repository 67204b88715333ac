import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { Device } from '#lib/domain/device.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

interface DeviceLine extends Device {
  readonly pairedAt: Date | null
  readonly lastSeenAt: Date | null
}

/** The screens of an office: what they are for, and whether they are in use. */
export async function DeviceTable({
  devices,
  locale,
  end,
}: {
  devices: readonly DeviceLine[]
  locale: Locale
  end: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('hall.devices')
  if (devices.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <DataTable
      caption={t('title')}
      heads={[
        { text: t('name') },
        { text: t('kind') },
        { text: t('state') },
        { text: t('end'), hidden: true },
      ]}
    >
      {devices.map(({ id, name, kind, window, pairedAt, lastSeenAt }) => (
        <tr key={id} className="border-b border-line">
          <td className="px-2 font-semibold">{name}</td>
          <td className="px-2">
            {t(`kinds.${kind}`)}
            {window ? ` · ${t('atWindow', { window })}` : ''}
          </td>
          <td className="px-2">
            {pairedAt ? (
              <Tag tone="ok">
                {lastSeenAt ? t('seen', { at: instantText(locale, lastSeenAt) }) : t('never')}
              </Tag>
            ) : (
              <Tag tone="warn">{t('waiting')}</Tag>
            )}
          </td>
          <td className="px-2 text-right">
            <form action={end}>
              <input type="hidden" name="id" value={id} />
              <button
                type="submit"
                aria-label={`${t('end')} ${name}`}
                className="min-h-11 cursor-pointer px-2 text-accent-deep underline"
              >
                {t('end')}
              </button>
            </form>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
