'use server'

import { redirect } from 'next/navigation'
import { chooseKeptSeat } from '#lib/booking/choose-kept-seat.ts'
import { extendHold as extend } from '#lib/booking/extend-hold.ts'
import { holdSeat } from '#lib/booking/hold-seat.ts'
import { pool } from '#lib/db/pool.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { keepAnswers, nextPath, requireStep } from '#lib/edge/journey.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { returnPathOfRequest } from '#lib/edge/return-path-of-request.ts'
import { countStep } from '#lib/numbers/count-step.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'

/** Takes the seat for some minutes; the answers of later pages stay when another time is chosen. */
export async function chooseTime(form: FormData): Promise<void> {
  const answers = await requireStep('time')
  const actor = await requireActor('/book/time')
  const slotId = Number(form.get('slot'))
  if (!answers.service || !Number.isSafeInteger(slotId) || slotId <= 0) redirect('/book/time?wrong=1')
  if (!(await mayWrite(actor))) redirect('/book/time?refused=rate-limited')
  const { service } = answers
  const now = new Date()
  // For a case a seat is kept already: it moves to the chosen time, and nobody has to hurry.
  const held = SERVICE_FACTS[service].needsCase
    ? await chooseKeptSeat(pool(), { actor, slotId, now })
    : await holdSeat(pool(), { personId: actor.id, slotId, service, now })
  if (!held.ok) {
    countStep(pool(), { service, officeId: answers.officeId, step: 'refused', detail: held.reason, now })
    redirect(`/book/time?refused=${held.reason}`)
  }
  const { waiting: _waiting, ...others } = answers
  const next = { ...others, key: crypto.randomUUID(), slotId }
  await keepAnswers(next)
  redirect(nextPath(next))
}

/** Some more minutes; then back to the page where they were asked for. */
export async function extendHold(): Promise<void> {
  const answers = await requireStep('you')
  const actor = await requireActor('/book/time')
  const now = new Date()
  const { holdMinutes } = await loadPolicy(pool(), answers.officeId, now)
  await extend(pool(), { personId: actor.id, minutes: holdMinutes, now })
  redirect(await returnPathOfRequest())
}
