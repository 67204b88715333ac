import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { NearMe } from '#components/booking/near-me.tsx'
import { OfficeHint } from '#components/booking/office-options.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { suitabilityQuestions } from '#lib/domain/journey.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { choosePlace } from './actions.ts'
import { loadPlaces, readNear } from './load-places.ts'
import { OfflinePlaces } from './offline-places.tsx'
import { RegionLinks } from './region-links.tsx'

export const generateMetadata = stepMetadata('place')

/** Where: by region, or the nearest on request; each office with its next free time and what it may handle. */
export default async function PlacePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('place')
  // A visit belongs to the office that accepted the application: there is nothing to choose.
  if (answers.service && SERVICE_FACTS[answers.service].needsCase)
    redirect('/book/start?service=second-visit')
  const { within, near, wrong } = await searchParams
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const hasCheck = answers.service !== undefined && suitabilityQuestions(answers.service).length > 0
  const back = hasCheck
    ? { href: '/book/check', text: t('backTo.check') }
    : { href: '/book/service', text: t('backTo.service') }
  const places = await loadPlaces({ service: answers.service ?? 'MARRIAGE', within, near: readNear(near) })
  const error = wrong ? t('place.missing') : undefined
  return (
    <JourneyPage answers={answers} back={back}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'office', text: error }] : []} />
      <h1>{t('place.title')}</h1>
      <p className="mb-4 text-ink-soft">{t('place.lead')}</p>
      <NearMe text={t('place.near')} failed={t('place.nearFailed')} path="/book/place" />
      {near ? null : <RegionLinks within={within} />}
      {places.online.length > 0 ? (
        <form action={choosePlace.bind(null, within)}>
          <RadioCards
            name="office"
            legend={near ? t('place.nearResult') : t('place.legend')}
            error={error}
            errorPrefix={common('error')}
            value={answers.officeId}
            options={places.online.map((office) => ({
              value: office.id,
              text: office.name,
              hint: <OfficeHint office={office} />,
            }))}
          />
          <Button type="submit">{common('continue')}</Button>
        </form>
      ) : null}
      {places.online.length === 0 && (within || near) ? (
        <Notice title={t('place.none')}>
          <p>{t('place.noneNext')}</p>
        </Notice>
      ) : null}
      <OfflinePlaces places={places.offline} />
    </JourneyPage>
  )
}
