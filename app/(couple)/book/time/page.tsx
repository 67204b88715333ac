import { getTranslations } from 'next-intl/server'
import { loadDays } from '#app/(couple)/book/date/load-days.ts'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { loadKicker } from '#app/(couple)/book/load-kicker.ts'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { StopsOfDay } from '#app/(couple)/stops-of-day.tsx'
import { WaitingHint } from '#app/(couple)/waiting/waiting-hint.tsx'
import { TimeOptions } from '#components/booking/time-options.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { dayText } from '#lib/format/dates.ts'
import { chooseTime } from './actions.ts'

export const generateMetadata = stepMetadata('time')

/** At what time. Whoever takes a seat has signed in: nobody can blank out an office without a name. */
export default async function TimePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('time')
  await requireActor('/book/time')
  const { wrong, expired, refused } = await searchParams
  const { service = 'MARRIAGE', officeId = '', date } = answers
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const refusals = await getTranslations('refusals')
  const locale = await speakingLocale()
  const offer = await loadDays(officeId, service, locale)
  const day = offer.days.find((one) => one.date === date)
  const slots = day?.slots ?? []
  const { needsCase } = SERVICE_FACTS[service]
  const visit = await getTranslations('second-visit')
  const error = wrong ? t('time.missing') : undefined
  const legend = t('time.legend', { date: date ? dayText(locale, date) : '' })
  return (
    <JourneyPage
      answers={answers}
      back={{ href: '/book/date', text: t('backTo.date') }}
      kicker={await loadKicker(answers)}
    >
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'slot', text: error }] : []} />
      {expired ? (
        <div className="mb-5">
          <Notice
            title={needsCase ? visit('time.changedTitle') : t('hold.expiredTitle')}
            tone="warn"
            role="alert"
          >
            <p>{needsCase ? visit('time.changed') : t('hold.expired')}</p>
          </Notice>
        </div>
      ) : null}
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice title={refusals(`${refused}.title`)} tone="warn" role="alert">
            <p>{needsCase ? visit('time.stillKept') : refusals(`${refused}.detail`)}</p>
          </Notice>
        </div>
      ) : null}
      {slots.some((slot) => slot.remaining > 0) ? (
        <form action={chooseTime}>
          <TimeOptions
            legend={legend}
            hint={needsCase ? visit('time.hint') : t('time.hint', { minutes: offer.holdMinutes })}
            error={error}
            where={<StopsOfDay officeId={officeId} date={date} />}
            slots={slots}
            chosen={answers.slotId}
          />
          <Button type="submit">{t('time.submit')}</Button>
        </form>
      ) : (
        <>
          <h1 className="break-keep">{legend}</h1>
          <p className="mb-4">{t('time.dayFull')}</p>
          <ButtonLink href="/book/date">{t('time.otherDate')}</ButtonLink>
          {day?.state === 'full' && !needsCase ? (
            <WaitingHint href={`/waiting/join?date=${day.date}`} />
          ) : null}
        </>
      )}
    </JourneyPage>
  )
}
