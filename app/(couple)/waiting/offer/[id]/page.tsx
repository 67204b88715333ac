import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WaitingPage } from '#app/(couple)/waiting/waiting-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { pool } from '#lib/db/pool.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { getWaitingEntry } from '#lib/rush/get-waiting-entry.ts'
import { acceptSeat, declineSeat } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting'))('title') }
}

/** The seat that is held for this couple, until when, and both ways to answer. */
export default async function OfferPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ refused?: string; detail?: string; earliest?: string }>
}) {
  const { id } = await params
  const actor = await requireActor(`/waiting/offer/${id}`)
  const now = new Date()
  const entry = await getWaitingEntry(pool(), { actor, entryId: id, now })
  const t = await getTranslations('waiting.offer')
  const offer = entry?.offer
  if (!entry || !offer) {
    const appointments = entry?.appointmentId ? await listOwnAppointments(pool(), actor, now) : []
    const code = appointments.find((one) => one.id === entry?.appointmentId)?.code
    // Pressed twice, or the message opened again: the offer has become this.
    if (code) redirect(`/appointment/${code}`)
    return <NoOffer />
  }
  const ticket = await getTranslations('appointment.ticket')
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const office = await getOffice(offer.officeId)
  const where = await findVisitPlace(pool(), {
    officeId: offer.officeId,
    date: offer.date,
    time: offer.startTime,
  })
  const isForTwo = SERVICE_FACTS[entry.service].parties === 2
  return (
    <WaitingPage service={entry.service} refused={await searchParams}>
      <h1>{t('title')}</h1>
      <p className="mb-4">{t('lead', { until: instantText(locale, offer.until) })}</p>
      <Card className="mb-4 px-4">
        <SummaryList
          rows={[
            { label: ticket('for'), value: services(`${entry.service}.name`) },
            {
              label: ticket('when'),
              value: (
                <span className="break-keep tabular-nums">
                  {dayText(locale, offer.date, 'long')} {offer.startTime}
                </span>
              ),
            },
            {
              label: ticket('where'),
              value: (
                <>
                  {office?.name[locale]}
                  <span className="block text-small font-normal text-ink-soft">
                    {where?.place ? `${where.place[locale]} · ` : ''}
                    {where?.address[locale]}
                  </span>
                </>
              ),
            },
          ]}
        />
      </Card>
      <p className="mb-4 text-small text-ink-soft">{isForTwo ? t('partner') : t('alone')}</p>
      <div className="grid gap-3">
        <form action={acceptSeat.bind(null, entry.id)}>
          <Button type="submit">{t('accept')}</Button>
        </form>
        <form action={declineSeat.bind(null, entry.id)}>
          <Button type="submit" kind="second">
            {t('decline')}
          </Button>
        </form>
      </div>
      <p className="mt-4 text-small text-ink-soft">{t('declineHint')}</p>
    </WaitingPage>
  )
}

/** Run out, declined, or somebody else's: nothing is held here. */
async function NoOffer() {
  const t = await getTranslations('waiting.offer')
  return (
    <WaitingPage>
      <h1>{t('goneTitle')}</h1>
      <p className="mb-5 text-ink-soft">{t('gone')}</p>
      <ButtonLink href="/waiting">{t('toWaiting')}</ButtonLink>
    </WaitingPage>
  )
}
