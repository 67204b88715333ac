import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { weeksOfMonth } from '#lib/domain/month-weeks.ts'
import { dayText, weekdayTexts } from '#lib/format/dates.ts'
import { lunarShort } from '#lib/format/lunar.ts'

export type DayLook = 'usual' | 'rest' | 'past' | 'suggested' | 'planned' | 'closed'

const LOOKS: Readonly<Record<DayLook, string>> = {
  usual: '',
  rest: 'text-ink-soft bg-sunken',
  past: 'text-ink-soft',
  suggested: 'border-accent bg-accent-tint font-semibold text-accent-deep',
  planned: 'border-accent bg-accent font-semibold text-on-accent',
  closed: 'border-stop text-stop',
}

/** A month for planning: each day with its lunar date, and how it is marked; days ahead lead to their plan. */
export async function YearMonth({
  first,
  locale,
  lookOf,
  hrefOf,
}: {
  first: CalendarDate
  locale: Locale
  lookOf: (date: CalendarDate) => DayLook
  hrefOf: (date: CalendarDate) => string | undefined
}) {
  const t = await getTranslations('hours.special')
  return (
    <table className="h-fit w-full table-fixed border-separate border-spacing-0.5 text-center text-small tabular-nums">
      <caption className="pb-1 text-left font-semibold">{dayText(locale, first, 'month')}</caption>
      <thead>
        <tr>
          {weekdayTexts(locale).map((weekday) => (
            <th key={weekday} scope="col" className="text-[0.6875rem] font-normal text-ink-soft">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(first).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, index) => (
              <td key={date ?? `${first} ${index}`} className="p-0 align-top">
                {date ? cell(date) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function cell(date: CalendarDate) {
    const look = lookOf(date)
    const href = hrefOf(date)
    const classes = classNames(
      'block rounded-small border px-0.5 py-0.5 leading-tight no-underline',
      look === 'usual' || look === 'rest' || look === 'past' ? 'border-transparent' : '',
      LOOKS[look],
      href && (look === 'usual' || look === 'rest') && 'text-ink',
    )
    const text = (
      <>
        <span className="block">{Number(date.slice(8))}</span>
        <span className="-mx-1 block text-[0.625rem] whitespace-nowrap">
          {lunarShort(locale, date) ?? ' '}
        </span>
      </>
    )
    const label = t('dayLabel', { day: dayText(locale, date, 'plain'), look: t(`look.${look}`) })
    return href ? (
      <a href={href} className={classes} aria-label={label}>
        {text}
      </a>
    ) : (
      <span className={classes}>{text}</span>
    )
  }
}
