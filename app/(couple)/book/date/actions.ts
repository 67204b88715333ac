'use server'

import { redirect } from 'next/navigation'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { withChoice } from '#lib/domain/journey.ts'
import { keepAnswers, loadAnswers } from '#lib/edge/journey.ts'

export async function chooseDate(form: FormData): Promise<void> {
  const date = String(form.get('date') ?? '')
  if (!isCalendarDate(date)) redirect('/book/date?wrong=1')
  await keepAnswers(withChoice(await loadAnswers(), { date }))
  redirect('/book/time')
}
