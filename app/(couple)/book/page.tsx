import { redirect } from 'next/navigation'
import { loadAnswers, nextPath } from '#lib/edge/journey.ts'

/** Goes on where the answers stop. */
export default async function BookPage() {
  redirect(nextPath(await loadAnswers()))
}
