'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { lastReleasedDay } from '#lib/domain/booking-policy.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { WaitingWish } from '#lib/domain/waiting.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { keepAnswers, nextPath, requireStep } from '#lib/edge/journey.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { wishesSchema } from '#lib/rush/schema.ts'

/** Keeps days and offices; who the two are is asked next, where it is not known yet. */
export async function chooseWishes(form: FormData): Promise<void> {
  const answers = await requireStep('date')
  await requireActor('/waiting/join')
  const [from, until] = [String(form.get('from') ?? ''), String(form.get('until') ?? '')]
  if (!isCalendarDate(from) || !isCalendarDate(until) || until < from) redirect('/waiting/join?wrong=1')
  const others = form.getAll('office').filter((office) => typeof office === 'string')
  const offices = new Set([answers.officeId ?? '', ...others])
  const now = new Date()
  const wishes: WaitingWish[] = []
  for (const officeId of offices) {
    // An office that releases its days later is wished for as far as it has.
    const last = lastReleasedDay(await loadPolicy(pool(), officeId, now), now)
    if (from <= last) wishes.push({ officeId, from, until: until < last ? until : last })
  }
  const read = wishesSchema.safeParse(wishes)
  if (!read.success) redirect('/waiting/join?wrong=1')
  const next = { ...answers, key: crypto.randomUUID(), waiting: read.data }
  await keepAnswers(next)
  redirect(nextPath(next))
}
