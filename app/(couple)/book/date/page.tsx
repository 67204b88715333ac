import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WaitingHint } from '#app/(couple)/waiting/waiting-hint.tsx'
import { DayChoice } from '#components/booking/day-choice.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { chooseDate } from './actions.ts'
import { loadAlmanac } from './load-almanac.ts'
import { loadDays } from './load-days.ts'
import { VisitDates } from './visit-dates.tsx'

export const generateMetadata = stepMetadata('date')

/** Which day: the next ten with a place, more on request, or the whole month with the places left. */
export default async function DatePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('date')
  const { service = 'MARRIAGE', officeId = '' } = answers
  if (SERVICE_FACTS[service].needsCase) return <VisitDates answers={answers} search={await searchParams} />
  const { wrong, all, month } = await searchParams
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const offer = await loadDays(officeId, service, locale)
  const open = offer.days.filter((day) => day.state === 'open')
  const error = wrong ? t('date.missing') : undefined
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
      ) : (
        <DayChoice
          offer={offer}
          locale={locale}
          hint={SERVICE_FACTS[service].parties === 2 ? t('date.hint') : t('date.hintOne')}
          path="/book/date"
          action={chooseDate}
          all={all}
          month={month}
          value={answers.date}
          error={error}
          almanac={await loadAlmanac(service)}
        />
      )}
      {offer.days.some((day) => day.state === 'full') ? <WaitingHint href="/waiting/join" /> : null}
    </JourneyPage>
  )
}
