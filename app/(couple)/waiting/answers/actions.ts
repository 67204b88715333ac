'use server'

import { redirect } from 'next/navigation'
import { requirePeople } from '#app/(couple)/book/require-people.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { keepAnswers, requireWaitingAnswers } from '#lib/edge/journey.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { dayText } from '#lib/format/dates.ts'
import { joinWaitingList } from '#lib/rush/join-waiting-list.ts'

/** Stands in line with the answers; the key was made with the last one, so a second click is the same place. */
export async function standInLine(): Promise<void> {
  const answers = await requireWaitingAnswers()
  const actor = await requireActor('/waiting/answers')
  const identity = identityOf(actor)
  const { waiting, key, ...kept } = answers
  const { service } = answers
  if (!service || !waiting || !key || !identity) redirect('/waiting/join')
  const parties = await requirePeople(service, identity, answers)
  if (!(await mayWrite(actor))) redirect('/waiting/answers?refused=rate-limited')
  const locale = await speakingLocale()
  const joined = await joinWaitingList(pool(), {
    actor,
    service,
    parties,
    wishes: waiting,
    key,
    locale,
    now: new Date(),
  })
  if (joined.ok) {
    await keepAnswers(kept)
    redirect('/waiting?joined=1')
  }
  const [error] = joined.errors ?? []
  const earliest =
    error?.earliestOn && isCalendarDate(error.earliestOn) ? dayText(locale, error.earliestOn, 'plain') : ''
  const why = { refused: joined.reason, ...(error ? { detail: error.reason, earliest } : {}) }
  redirect(`/waiting/answers?${new URLSearchParams(why)}`)
}
