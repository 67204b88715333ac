import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import type { OfficeClosure, PlannedLane } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

/** The days that an office, or a lane of it, is closed or takes nothing new; each can be opened again. */
export async function ClosureTable({
  lanes,
  closures,
  locale,
  action,
}: {
  lanes: readonly Pick<PlannedLane, 'id' | 'name'>[]
  closures: readonly OfficeClosure[]
  locale: Locale
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('changes')
  if (closures.length === 0) return <p className="text-ink-soft">{t('closures.none')}</p>
  const names = new Map(lanes.map(({ id, name }) => [id, name[locale]]))
  return (
    <DataTable
      caption={t('closures.title')}
      heads={[
        { text: t('closures.when') },
        { text: t('closures.what') },
        { text: t('closures.where') },
        { text: t('closures.reopen'), hidden: true },
      ]}
    >
      {closures.map(({ id, from, until, kind, laneId }) => (
        <tr key={id} className="border-b border-line">
          <td className="px-2 whitespace-nowrap tabular-nums">
            {from === until ? dayText(locale, from) : `${dayText(locale, from)} – ${dayText(locale, until)}`}
          </td>
          <td className="px-2">{t(kind === 'stopped' ? 'closures.stopped' : 'closures.closed')}</td>
          <td className="px-2">{laneId ? (names.get(laneId) ?? laneId) : t('allLanes')}</td>
          <td className="px-2 text-right">
            <form action={action}>
              <input type="hidden" name="closure" value={id} />
              <Button type="submit" kind="quiet" wide={false}>
                {t('closures.reopen')}
              </Button>
            </form>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
