import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'

/** The years that the calendar knows. */
export async function YearLinks({
  years,
  current,
}: {
  years: readonly { readonly year: number }[]
  current: number
}) {
  const t = await getTranslations('cases.calendar')
  return (
    <nav aria-label={t('years')} className="mb-3 flex flex-wrap gap-1.5">
      {years.map(({ year }) => (
        <a
          key={year}
          href={`/desk/calendar?year=${year}`}
          aria-current={year === current ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-11 items-center rounded-small border px-3 no-underline tabular-nums',
            year === current
              ? 'border-accent bg-accent-tint font-semibold text-accent-deep'
              : 'border-line bg-surface text-ink',
          )}
        >
          {year}
        </a>
      ))}
    </nav>
  )
}
