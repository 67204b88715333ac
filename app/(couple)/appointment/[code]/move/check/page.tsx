import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { BothTimes } from '#components/booking/both-times.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { loadVisitGrounds } from '#lib/booking/load-visit-grounds.ts'
import { slotIdSchema } from '#lib/booking/schema.ts'
import { pool } from '#lib/db/pool.ts'
import { moveDeadline } from '#lib/domain/change-limits.ts'
import { decideSlot } from '#lib/domain/decide-booking.ts'
import { requireOwnAppointment } from '#lib/edge/appointment.ts'
import { loadOwnCase } from '#lib/edge/visit.ts'
import { instantText } from '#lib/format/dates.ts'
import { ChangePage } from '../../change-page.tsx'
import { loadChange } from '../../load-change.ts'
import { type ChangeSearch, moveMetadata } from '../move-metadata.ts'
import { move } from './actions.ts'

export const generateMetadata = ({ searchParams }: ChangeSearch): Promise<Metadata> =>
  moveMetadata(searchParams)

/** Old and new time side by side, and what pressing the button will do, before it is done. */
export default async function MoveCheckPage({ params, searchParams }: ChangeSearch) {
  const { code } = await params
  const { slot: asked, date = '' } = await searchParams
  const dates = `/appointment/${code}/move`
  const times = `${dates}/time?${new URLSearchParams({ date })}`
  const slotId = slotIdSchema.safeParse(asked)
  if (!slotId.success) redirect(date ? `${times}&wrong=1` : dates)
  const query = new URLSearchParams({ date, slot: String(slotId.data) })
  const appointment = await requireOwnAppointment(code, `${dates}/check?${query}`)
  const { now, policy, own, isTooLate, movesLeft, isFree } = await loadChange(appointment)
  const slot = await findSlotFacts(pool(), slotId.data, now)
  const matter = appointment.caseId ? await loadOwnCase() : undefined
  const grounds = matter && (await loadVisitGrounds(pool(), matter.found, now))
  const refusal = decideSlot(appointment.service, slot, policy, now, grounds)
  if (isTooLate || movesLeft === 0) redirect(dates)
  if (!slot || refusal || slot.officeId !== appointment.officeId)
    redirect(`${dates}?refused=${refusal?.reason ?? 'wrong-office'}`)
  const t = await getTranslations('change')
  const journey = await getTranslations('journey')
  const locale = await speakingLocale()
  const isAlone = appointment.parties.length === 1
  const isKept = appointment.status === 'confirmed' || appointment.keptTime !== undefined
  const until = instantText(locale, moveDeadline(policy, { to: slot, kept: isKept ? own : undefined }, now))
  const facts = isFree
    ? [t('move.freeNow')]
    : isAlone
      ? [t('move.aloneNow')]
      : isKept
        ? [t('move.keptUntil', { until }), t('move.thenNew'), t('move.elseOld')]
        : [t('move.atOnce'), t('move.askedAgain', { until })]
  return (
    <ChangePage
      appointment={appointment}
      back={{ href: times, text: journey('backTo.time') }}
      showsTime={false}
    >
      <h1>{t('move.checkTitle')}</h1>
      <BothTimes now={own} asked={slot} locale={locale} />
      <FactList facts={isFree ? facts : [...facts, t('move.leftAfter', { left: movesLeft - 1 })]} />
      <form action={move.bind(null, appointment.code, slot.id, crypto.randomUUID())} className="mt-5 mb-3">
        <Button type="submit">
          {isAlone || isFree || !isKept ? t('move.submitNow') : t('move.submitAsk')}
        </Button>
      </form>
      <ButtonLink kind="second" href={`/appointment/${appointment.code}`}>
        {t('move.keep')}
      </ButtonLink>
    </ChangePage>
  )
}
