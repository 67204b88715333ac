'use server'

import { redirect } from 'next/navigation'
import { type JourneyAnswers, openQuestion, suitabilityQuestions } from '#lib/domain/journey.ts'
import { keepAnswers, loadAnswers, nextPath } from '#lib/edge/journey.ts'

/** Keeps an answer; one that tells that this service is not the way leads to what to do instead, not to an error. */
export async function answerQuestion(id: string, form: FormData): Promise<void> {
  const answers = await loadAnswers()
  const question = answers.service && suitabilityQuestions(answers.service).find((one) => one.id === id)
  const answer = form.get('answer')
  if (!question) redirect('/book/service')
  if (answer !== 'yes' && answer !== 'no') redirect(`/book/check/${question.id}?wrong=1`)
  const next: JourneyAnswers = { ...answers, checks: { ...answers.checks, [question.id]: answer } }
  await keepAnswers(next)
  if (answer !== question.pass) redirect(`/book/unsuitable/${question.id}`)
  const open = openQuestion(next)
  redirect(open ? `/book/check/${open.id}` : nextPath(next))
}
