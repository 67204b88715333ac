import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { lunarText, suitsWeddings } from '#lib/format/lunar.ts'
import { AlmanacSwitch } from './almanac-switch.tsx'
import type { ChoiceAction } from './choice-action.ts'
import { type DaysOnOffer, placesLeft } from './days-on-offer.ts'
import { LaterDays } from './later-days.tsx'
import { MonthCalendar } from './month-calendar.tsx'

const FIRST_SHOWN = 10

/** Which day: the next ten with a place, more on request, or a whole month with the places left. */
export async function DayChoice({
  offer,
  locale,
  hint,
  path,
  action,
  all,
  month,
  value,
  error,
  almanac,
}: {
  offer: DaysOnOffer
  locale: Locale
  hint: string
  /** The page it stands on, for the links to more days. */
  path: string
  action: ChoiceAction
  all?: string | undefined
  month?: string | undefined
  value?: string | undefined
  error?: string | undefined
  /** Whether days good for weddings are marked; undefined where nobody is asked. */
  almanac?: 'on' | 'off' | undefined
}) {
  const t = await getTranslations('journey.date')
  const common = await getTranslations('common')
  const visit = await getTranslations('second-visit')
  const open = offer.days.filter((day) => day.state === 'open')
  const shown = all ? open : open.slice(0, FIRST_SHOWN)
  return (
    <>
      {month === undefined ? (
        <form action={action}>
          <RadioCards
            name="date"
            legend={t('legend')}
            legendIsHeading
            hint={offer.window ? undefined : hint}
            error={error}
            errorPrefix={common('error')}
            value={value}
            options={shown.map((day) => {
              const { morning, afternoon } = placesLeft(day)
              const lunar = lunarText(locale, day.date)
              const hints = [
                offer.places?.get(day.date),
                lunar && t('lunar', { lunar }),
                almanac === 'on' && suitsWeddings(day.date) && t('almanac.said'),
              ].filter(Boolean)
              return {
                value: day.date,
                text: <span className="whitespace-nowrap tabular-nums">{dayText(locale, day.date)}</span>,
                hint: hints.join(' · ') || undefined,
                aside: (
                  <>
                    <span className="block">{t('morning', { count: morning })}</span>
                    <span className="block">{t('afternoon', { count: afternoon })}</span>
                  </>
                ),
              }
            })}
          />
          <Button type="submit">{common('continue')}</Button>
        </form>
      ) : (
        <MonthCalendar
          offer={offer}
          asked={month}
          locale={locale}
          path={path}
          action={action}
          marksWeddings={almanac === 'on'}
        />
      )}
      <div className="mt-4 grid justify-items-center gap-1">
        {!all && month === undefined && open.length > FIRST_SHOWN ? (
          <a className="prose-link inline-flex min-h-11 items-center" href={`${path}?all=1`}>
            {t('more')}
          </a>
        ) : null}
        <a
          className="prose-link inline-flex min-h-11 items-center"
          href={month === undefined ? `${path}?month=` : path}
        >
          {month === undefined ? t('month') : t('list')}
        </a>
      </div>
      <p className="mt-3 text-small text-ink-soft">
        {offer.window
          ? visit('days.why', {
              from: dayText(locale, offer.window.from, 'plain'),
              until: dayText(locale, offer.window.until, 'plain'),
            })
          : t('released', { date: dayText(locale, offer.lastReleased), time: offer.releaseTime })}
      </p>
      <LaterDays offer={offer} locale={locale} />
      {almanac ? <AlmanacSwitch almanac={almanac} /> : null}
    </>
  )
}
