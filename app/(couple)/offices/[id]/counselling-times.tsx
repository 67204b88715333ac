import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { FactList } from '#components/ui/fact-list.tsx'
import { pool } from '#lib/db/pool.ts'
import { weekdayTexts } from '#lib/format/dates.ts'
import { listCounsellingHours } from '#lib/office/list-counselling-hours.ts'

/** When a counsellor is in the house: free, voluntary, confidential. */
export async function CounsellingTimes({ officeId, now }: { officeId: string; now: Date }) {
  const hours = await listCounsellingHours(pool(), officeId, now)
  if (hours.length === 0) return null
  const t = await getTranslations('rooms.public')
  const names = weekdayTexts(await speakingLocale())
  const dayOf = (weekday: number) => t('weekday', { day: names[weekday - 1] ?? '' })
  const daysOf = (weekdays: readonly number[]) => {
    const [first = 1, last = first] = [weekdays[0], weekdays.at(-1)]
    const isRun = weekdays.length > 2 && last - first + 1 === weekdays.length
    if (isRun) return t('range', { from: dayOf(first), to: dayOf(last) })
    return weekdays.map(dayOf).join(t('and'))
  }
  const lines = hours.map(({ weekdays, opens, closes }) => `${daysOf(weekdays)} ${opens}–${closes}`)
  return (
    <section>
      <h2>{t('title')}</h2>
      <FactList facts={[...new Set(lines)]} />
      <p className="mt-2 text-small text-ink-soft">{t('free')}</p>
    </section>
  )
}
