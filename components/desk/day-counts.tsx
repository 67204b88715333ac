import { getTranslations } from 'next-intl/server'
import type { DayCounts as Counts } from '#lib/domain/desk-day.ts'

/** How the day stands, in five figures. */
export async function DayCounts({ counts }: { counts: Counts }) {
  const t = await getTranslations('desk.counts')
  const { averageWaitMinutes, ...numbers } = counts
  const wait = averageWaitMinutes === undefined ? '—' : t('minutes', { minutes: averageWaitMinutes })
  const figures = [...Object.entries(numbers).map(([name, value]) => [name, String(value)]), ['wait', wait]]
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1">
      {figures.map(([name = '', value]) => (
        <div key={name} className="flex items-baseline gap-1">
          <dd className="text-lead font-bold tabular-nums">{value}</dd>
          <dt className="text-small text-ink-soft">{t(name)}</dt>
        </div>
      ))}
    </dl>
  )
}
