import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { suitabilityQuestions } from '#lib/domain/journey.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireStep } from '#lib/edge/journey.ts'

export const generateMetadata = stepMetadata('check')

/** This service is not the way: what is, and nothing that sounds like blame. */
export default async function UnsuitablePage({ params }: { params: Promise<{ question: string }> }) {
  const answers = await requireStep('check')
  const { question: id } = await params
  const questions = answers.service ? suitabilityQuestions(answers.service) : []
  if (!answers.service || !questions.some((question) => question.id === id)) notFound()
  const t = await getTranslations('journey')
  const offersCounselling = SERVICE_FACTS[answers.service].mood === 'quiet'
  return (
    <JourneyPage answers={answers} back={{ href: `/book/check/${id}`, text: t('unsuitable.again') }}>
      <h1>{t('unsuitable.title')}</h1>
      <div className="prose mb-6">
        <p>{t(`unsuitable.${id}.text`)}</p>
        <p>{t(`unsuitable.${id}.next`)}</p>
        <p className="text-small text-ink-soft">{t(`check.questions.${id}.law`)}</p>
      </div>
      <div className="grid gap-3">
        {offersCounselling ? (
          <ButtonLink href="/book/start?service=counselling" kind="second">
            {t('unsuitable.counselling')}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/" kind="second">
          {t('unsuitable.home')}
        </ButtonLink>
      </div>
    </JourneyPage>
  )
}
