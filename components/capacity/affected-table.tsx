import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { AffectedCouple } from '#lib/domain/change-picture.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'

const SHOWN = 50

/** Whose time a change takes away: those bound by law first, with the last day they can be moved to. Nobody by name. */
export async function AffectedTable({
  couples,
  locale,
}: {
  couples: readonly (AffectedCouple & { readonly hasContact: boolean })[]
  locale: Locale
}) {
  const t = await getTranslations('changes.couple')
  return (
    <>
      <DataTable
        caption={t('title')}
        heads={[{ text: t('when') }, { text: t('service') }, { text: t('latest') }, { text: t('reach') }]}
      >
        {couples.slice(0, SHOWN).map(({ appointmentId, date, startTime, service, latest, hasContact }) => (
          <tr key={appointmentId} className="border-b border-line">
            <td className="px-2 py-1.5 whitespace-nowrap tabular-nums">
              {dayText(locale, date)} {startTime}
            </td>
            <td className="px-2">{serviceName(locale, service)}</td>
            <td className="px-2 whitespace-nowrap">
              {latest ? <Tag tone="warn">{t('until', { day: dayText(locale, latest) })}</Tag> : '—'}
            </td>
            <td className="px-2">{hasContact ? t('reached') : <Tag tone="warn">{t('unreached')}</Tag>}</td>
          </tr>
        ))}
      </DataTable>
      {couples.length > SHOWN ? (
        <p className="mt-2 text-small text-ink-soft">{t('more', { count: couples.length - SHOWN })}</p>
      ) : null}
    </>
  )
}
