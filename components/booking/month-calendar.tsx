import { getTranslations } from 'next-intl/server'
import type { DayOnOffer } from '#lib/domain/availability.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { weeksOfMonth } from '#lib/domain/month-weeks.ts'
import { dayText, weekdayTexts } from '#lib/format/dates.ts'
import { lunarShort, suitsWeddings } from '#lib/format/lunar.ts'
import type { ChoiceAction } from './choice-action.ts'
import { type DaysOnOffer, firstDayOf, monthToShow, placesLeft } from './days-on-offer.ts'

/** A month as a table; each day with a place is a button, every other one says why not. */
export async function MonthCalendar({
  offer,
  asked,
  locale,
  path,
  action,
  marksWeddings,
}: {
  offer: DaysOnOffer
  asked: string
  locale: Locale
  /** Whether the days that custom calls good for weddings are marked. */
  marksWeddings: boolean
  /** The page it stands on, for the links to other months. */
  path: string
  action: ChoiceAction
}) {
  const t = await getTranslations('journey.date')
  const month = monthToShow(asked, offer)
  const days = new Map<string, DayOnOffer>(offer.days.map((day) => [day.date, day]))
  const previous = addDays(month, -1).slice(0, 7)
  const next = addDays(month, 31).slice(0, 7)
  return (
    <form action={action}>
      <h1 id="date">{t('legend')}</h1>
      <div className="mb-2 flex items-center justify-between">
        {previous >= firstDayOf(offer).slice(0, 7) ? (
          <a className="prose-link inline-flex min-h-11 items-center" href={`${path}?month=${previous}`}>
            {t('previous')}
          </a>
        ) : (
          <span />
        )}
        <span className="font-semibold">{dayText(locale, month, 'month')}</span>
        {next <= offer.lastReleased.slice(0, 7) ? (
          <a className="prose-link inline-flex min-h-11 items-center" href={`${path}?month=${next}`}>
            {t('next')}
          </a>
        ) : (
          <span />
        )}
      </div>
      <table
        // The lunar date stands in every cell: its look is told once.
        className="w-full table-fixed border-separate border-spacing-1 text-center tabular-nums [&_small]:block [&_small]:text-[0.625rem] [&_small]:leading-tight [&_small]:font-normal"
      >
        <caption className="sr-only">{t('caption', { month: dayText(locale, month, 'month') })}</caption>
        <thead>
          <tr>
            {weekdayTexts(locale).map((weekday) => (
              <th key={weekday} scope="col" className="py-1 text-small font-normal text-ink-soft">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, index) => (
                <td key={date ?? `${month} ${index}`} className="p-0 align-top">
                  {date ? cell(date, days.get(date)) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </form>
  )

  function cell(date: CalendarDate, day: DayOnOffer | undefined) {
    const number = Number(date.slice(8))
    if (day?.state !== 'open') {
      const isOutside = offer.window && (date < offer.window.from || date > offer.window.until)
      const state = offer.releases?.has(date)
        ? 'released-later'
        : (day?.state ?? (date < offer.today ? 'too-late' : 'not-released'))
      return (
        <span className="block rounded-small py-1.5 text-ink-soft">
          <span className="block">{number}</span>
          {lunarOf(date)}
          <span className="block text-[0.6875rem] leading-tight">
            {date < offer.today || isOutside ? '' : t(state)}
          </span>
        </span>
      )
    }
    const { morning, afternoon } = placesLeft(day)
    const count = morning + afternoon
    return (
      <button
        type="submit"
        name="date"
        value={date}
        aria-label={
          t('choose', { date: dayText(locale, date, 'long'), count }) +
          (marksWeddings && suitsWeddings(date) ? ` ${t('almanac.said')}` : '')
        }
        className="block w-full cursor-pointer rounded-small border border-line-strong bg-surface py-1.5 font-semibold text-accent-deep"
      >
        <span className="block">{number}</span>
        {lunarOf(date)}
        <span className="block text-[0.6875rem] leading-tight font-normal">{t('left', { count })}</span>
      </button>
    )
  }

  function lunarOf(date: CalendarDate) {
    const parts = [lunarShort(locale, date), marksWeddings && suitsWeddings(date) && t('almanac.mark')]
    const text = parts.filter(Boolean).join('·')
    return text ? <small>{text}</small> : null
  }
}
