'use server'

import { redirect } from 'next/navigation'
import { askPhoneCode } from '#app/(couple)/book/phone/ask-phone-code.ts'
import { readOwn, readPartner } from '#app/(couple)/book/read-parties.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { needsPhoneProof } from '#lib/domain/proved-phone.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
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
  const own = readOwn(identity, answers.you)
  const partner = SERVICE_FACTS[service].parties === 2 ? readPartner(answers.partner) : undefined
  if (!own.ok) redirect('/book/you?wrong=1')
  if (partner && !partner.ok) redirect('/book/partner?wrong=1')
  const known = { vouched: identity.phone, proved: answers.provedPhone }
  if (needsPhoneProof(own.party.phone, known)) await askPhoneCode(own.party.phone)
  if (!(await mayWrite(actor))) redirect('/waiting/answers?refused=rate-limited')
  const locale = await speakingLocale()
  const joined = await joinWaitingList(pool(), {
    actor,
    service,
    parties: [own.input, ...(partner?.ok ? [partner.input] : [])],
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
