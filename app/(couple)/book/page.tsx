import { redirect } from 'next/navigation'
import { firstOpenStep } from '#lib/domain/journey.ts'
import { loadAnswers, stepPath } from '#lib/edge/journey.ts'

/** Goes on where the answers stop. */
export default async function BookPage() {
  redirect(stepPath(firstOpenStep(await loadAnswers())))
}
