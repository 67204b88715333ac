import { redirect } from 'next/navigation'
import { openQuestion, suitabilityQuestions } from '#lib/domain/journey.ts'
import { requireStep } from '#lib/edge/journey.ts'

/** The first open suitability question, or the next step where there is none. */
export default async function CheckPage() {
  const answers = await requireStep('check')
  const questions = answers.service ? suitabilityQuestions(answers.service) : []
  const question = openQuestion(answers) ?? questions[0]
  redirect(question ? `/book/check/${question.id}` : '/book/place')
}
