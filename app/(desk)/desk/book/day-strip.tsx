import { getTranslations } from 'next-intl/server'
import type { FreeDay } from '#lib/desk/list-free-times.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'

/** The days that can still be booked, each with what is left of it. */
export async function DayStrip({
  days,
  chosen,
  service,
  locale,
}: {
  days: readonly FreeDay[]
  chosen: string
  service: Service
  locale: Locale
}) {
  const t = await getTranslations('front.book')
  return (
    <nav aria-label={t('days')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-1.5">
        {days.map(({ date, free }) => (
          <li key={date}>
            <a
              href={`/desk/book?${new URLSearchParams({ service, day: date })}`}
              aria-current={date === chosen ? 'date' : undefined}
              className="block rounded-small border border-line px-2 py-1.5 text-small text-ink no-underline aria-[current=date]:border-accent aria-[current=date]:bg-accent-tint aria-[current=date]:font-bold"
            >
              <span className="block whitespace-nowrap">{dayText(locale, date)}</span>
              <span className="block text-ink-soft tabular-nums">
                {free > 0 ? t('left', { count: free }) : t('full')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
