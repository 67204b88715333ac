import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WaitingHint } from '#app/(couple)/waiting/waiting-hint.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { dayText } from '#lib/format/dates.ts'
import { lunarText } from '#lib/format/lunar.ts'
import { chooseDate } from './actions.ts'
import { loadDays, placesLeft } from './load-days.ts'
import { MonthCalendar } from './month-calendar.tsx'

export const generateMetadata = stepMetadata('date')

const FIRST_SHOWN = 10

/** Which day: the next ten with a place, more on request, or the whole month with the places left. */
export default async function DatePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('date')
  const { service = 'MARRIAGE', officeId = '' } = answers
  const { wrong, all, month } = await searchParams
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const offer = await loadDays(officeId, service, locale)
  const open = offer.days.filter((day) => day.state === 'open')
  const shown = all ? open : open.slice(0, FIRST_SHOWN)
  const error = wrong ? t('date.missing') : undefined
  const released = t('date.released', { date: dayText(locale, offer.lastReleased), time: offer.releaseTime })
  return (
    <JourneyPage
      answers={answers}
      back={{ href: '/book/place', text: t('backTo.place') }}
      kicker={await loadKicker(answers)}
    >
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'date', text: error }] : []} />
      {open.length === 0 ? (
        <>
          <h1>{t('date.none')}</h1>
          <Notice tone="warn">
            <p className="mb-3">{t('date.noneNext', { time: offer.releaseTime })}</p>
            <ButtonLink kind="second" href="/book/place">
              {t('date.otherPlace')}
            </ButtonLink>
          </Notice>
        </>
      ) : month !== undefined ? (
        <MonthCalendar offer={offer} asked={month} locale={locale} />
      ) : (
        <form action={chooseDate}>
          <RadioCards
            name="date"
            legend={t('date.legend')}
            legendIsHeading
            hint={SERVICE_FACTS[service].parties === 2 ? t('date.hint') : t('date.hintOne')}
            error={error}
            errorPrefix={common('error')}
            value={answers.date}
            options={shown.map((day) => {
              const { morning, afternoon } = placesLeft(day)
              const lunar = lunarText(locale, day.date)
              return {
                value: day.date,
                text: <span className="whitespace-nowrap tabular-nums">{dayText(locale, day.date)}</span>,
                hint: lunar ? t('date.lunar', { lunar }) : undefined,
                aside: (
                  <>
                    <span className="block">{t('date.morning', { count: morning })}</span>
                    <span className="block">{t('date.afternoon', { count: afternoon })}</span>
                  </>
                ),
              }
            })}
          />
          <Button type="submit">{common('continue')}</Button>
        </form>
      )}
      <div className="mt-4 grid justify-items-center gap-1">
        {!all && month === undefined && open.length > FIRST_SHOWN ? (
          <a className="prose-link inline-flex min-h-11 items-center" href="/book/date?all=1">
            {t('date.more')}
          </a>
        ) : null}
        <a
          className="prose-link inline-flex min-h-11 items-center"
          href={month === undefined ? '/book/date?month=' : '/book/date'}
        >
          {month === undefined ? t('date.month') : t('date.list')}
        </a>
      </div>
      <p className="mt-3 text-small text-ink-soft">{released}</p>
      {offer.days.some((day) => day.state === 'full') ? <WaitingHint href="/waiting/join" /> : null}
    </JourneyPage>
  )
}
