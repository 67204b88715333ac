import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import type { PartyView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { agree, decline } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appointment'))('title') }
}

/** Exactly what will be booked, for the one who was asked, with both ways to answer. */
export default async function ReviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<{ confirm?: string; refused?: string; detail?: string }>
}) {
  const { code } = await params
  const { confirm = '', refused, detail } = await searchParams
  const review = `/agree/${code}?${new URLSearchParams({ confirm })}`
  await requireActor(review)
  const appointment = await loadAppointment(code)
  const t = await getTranslations('appointment')
  if (!appointment?.role) return <WrongPerson review={review} />
  if (appointment.role !== appointment.askedRole || appointment.status !== 'awaiting-partner')
    redirect(`/appointment/${code}`)
  const change = await getTranslations('change')
  const services = await getTranslations('services')
  const refusals = await getTranslations('refusals')
  const journey = await getTranslations('journey')
  const locale = await speakingLocale()
  const office = await getOffice(appointment.officeId)
  const where = await findVisitPlace(pool(), {
    officeId: appointment.officeId,
    date: appointment.date,
    time: appointment.startTime,
  })
  const person = (party: PartyView | undefined) =>
    party ? (
      <>
        {party.name}
        <span className="block text-small font-normal text-ink-soft tabular-nums">
          {journey(`documents.${party.documentType}`)} {party.documentNumber}
        </span>
      </>
    ) : null
  const { keptTime } = appointment
  const time = ({ date, startTime }: Pick<SlotTime, 'date' | 'startTime'>) => (
    <span className="break-keep tabular-nums">
      {dayText(locale, date, 'long')} {startTime}
    </span>
  )
  const key = crypto.randomUUID()
  const { mood } = SERVICE_FACTS[appointment.service]
  return (
    <CouplePage mood={mood}>
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="stop" role="alert" title={refusals(`${refused}.title`)}>
            <p>{detail ? refusals(`field.${detail}`) : refusals(`${refused}.detail`)}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{keptTime ? change('agree.title') : t('agree.reviewTitle')}</h1>
      <p className="mb-4 text-ink-soft">{keptTime ? change('agree.lead') : t('agree.reviewLead')}</p>
      <Card className="mb-4 px-4">
        <SummaryList
          rows={[
            { label: t('ticket.for'), value: services(`${appointment.service}.name`) },
            ...(keptTime
              ? [
                  { label: change('times.now'), value: time(keptTime) },
                  { label: change('times.asked'), value: time(appointment) },
                ]
              : [{ label: t('ticket.when'), value: time(appointment) }]),
            {
              label: t('ticket.where'),
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
            {
              label: keptTime ? change('agree.asker') : t('agree.booker'),
              value: person(appointment.parties.find((party) => !party.self)),
            },
            { label: t('agree.yours'), value: person(appointment.parties.find((party) => party.self)) },
          ]}
        />
      </Card>
      {appointment.heldUntil ? (
        <p className="mb-4 text-small">
          {keptTime
            ? change('agree.until', { until: instantText(locale, appointment.heldUntil) })
            : t('lead.awaiting-you', { until: instantText(locale, appointment.heldUntil) })}
        </p>
      ) : null}
      <div className="grid gap-3">
        <form action={agree.bind(null, appointment.code, confirm, key)}>
          <Button type="submit">{keptTime ? change('agree.yes') : t('agree.yes')}</Button>
        </form>
        <form action={decline.bind(null, appointment.code, confirm, key)}>
          <Button type="submit" kind="second">
            {keptTime ? change('agree.no') : t('agree.no')}
          </Button>
        </form>
      </div>
      <p className="mt-4 text-small text-ink-soft">{t('ticket.notRegistration')}</p>
    </CouplePage>
  )
}

/** Signed in as somebody else than the one who was named, or the code is wrong: both sound the same. */
async function WrongPerson({ review }: { review: string }) {
  const t = await getTranslations('appointment.agree')
  return (
    <CouplePage>
      <h1>{t('title')}</h1>
      <p className="mb-5">{t('wrongPerson')}</p>
      <ButtonLink href={`/sign-in?${new URLSearchParams({ to: review })}`}>{t('switch')}</ButtonLink>
    </CouplePage>
  )
}
