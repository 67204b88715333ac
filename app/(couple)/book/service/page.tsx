import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { SERVICES } from '#lib/domain/service.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { chooseService } from './actions.ts'

export const generateMetadata = stepMetadata('service')

/** Which of the services. */
export default async function ServicePage({ searchParams }: JourneySearch) {
  const answers = await requireStep('service')
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const services = await getTranslations('services')
  const error = (await searchParams).wrong ? t('service.missing') : undefined
  return (
    <JourneyPage answers={{}} back={{ href: '/', text: t('backTo.home') }}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'service', text: error }] : []} />
      <form action={chooseService}>
        <RadioCards
          name="service"
          legend={t('service.legend')}
          legendIsHeading
          error={error}
          errorPrefix={common('error')}
          value={answers.service}
          options={SERVICES.map((service) => ({
            value: service,
            text: services(`${service}.name`),
            hint: services(`${service}.hint`),
          }))}
        />
        <Button type="submit">{common('continue')}</Button>
      </form>
    </JourneyPage>
  )
}
