import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { suitabilityQuestions } from '#lib/domain/journey.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { answerQuestion } from './actions.ts'

export const generateMetadata = stepMetadata('check')

/** One suitability question, with its legal ground. */
export default async function QuestionPage({
  params,
  searchParams,
}: JourneySearch & { params: Promise<{ question: string }> }) {
  const answers = await requireStep('check')
  const questions = answers.service ? suitabilityQuestions(answers.service) : []
  const { question: id } = await params
  const position = questions.findIndex((question) => question.id === id)
  if (position < 0) notFound()
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const error = (await searchParams).wrong ? t('check.missing') : undefined
  const before = questions[position - 1]
  const back = before
    ? { href: `/book/check/${before.id}`, text: t('backTo.check') }
    : { href: '/book/service', text: t('backTo.service') }
  return (
    <JourneyPage answers={answers} back={back}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'answer', text: error }] : []} />
      <form action={answerQuestion.bind(null, id)}>
        <RadioCards
          name="answer"
          legend={t(`check.questions.${id}.legend`)}
          legendIsHeading
          hint={t(`check.questions.${id}.hint`)}
          error={error}
          errorPrefix={common('error')}
          value={answers.checks?.[id]}
          columns={2}
          options={[
            { value: 'yes', text: t('check.yes') },
            { value: 'no', text: t('check.no') },
          ]}
        />
        <Button type="submit">{common('continue')}</Button>
        <p className="mt-4 text-small text-ink-soft">{t(`check.questions.${id}.law`)}</p>
      </form>
    </JourneyPage>
  )
}
