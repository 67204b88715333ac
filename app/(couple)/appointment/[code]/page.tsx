import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnWays } from '#app/(couple)/appointment/own-ways.tsx'
import { MissesNotice } from '#app/(couple)/misses-notice.tsx'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WhatToBring } from '#app/(couple)/what-to-bring.tsx'
import { CouplePage } from '#app/couple-page.tsx'
import { PrintButton } from '#components/booking/print-button.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { isActive } from '#lib/domain/appointment-status.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { AppointmentTicket } from './appointment-ticket.tsx'
import { PartnerCodes } from './partner-codes.tsx'
import { StillComing } from './still-coming.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appointment'))('title') }
}

/** The appointment: its code, or what became of it and what to do next. */
export default async function AppointmentPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<{ renewed?: string }>
}) {
  const { code } = await params
  const appointment = await loadAppointment(code)
  if (!appointment) redirect(`/appointment?code=${encodeURIComponent(code)}`)
  const t = await getTranslations('appointment')
  const locale = await speakingLocale()
  const { mood, slug } = SERVICE_FACTS[appointment.service]
  const isPast = instantAt(appointment.date, appointment.endTime) < new Date()
  const isAsked = appointment.status === 'awaiting-partner' && appointment.role === appointment.askedRole
  const state = !isActive(appointment.status)
    ? appointment.status
    : isPast
      ? 'past'
      : isAsked
        ? 'awaiting-you'
        : appointment.status
  const lead = state === 'confirmed' && appointment.parties.length === 1 ? 'confirmedOne' : state
  const until = appointment.heldUntil ? instantText(locale, appointment.heldUntil) : ''
  const isLive = state === 'confirmed' || state === 'awaiting-partner' || state === 'awaiting-you'
  return (
    <CouplePage mood={mood}>
      <h1>{t(`heading.${state}`)}</h1>
      <p className="mb-4 text-ink-soft">{t(`lead.${lead}`, { until })}</p>
      {state === 'awaiting-you' ? (
        <div className="mb-5">
          <ButtonLink href={`/agree?code=${appointment.code}`}>{t('agree.title')}</ButtonLink>
        </div>
      ) : null}
      {isLive ? <StillComing appointment={appointment} /> : null}
      <AppointmentTicket appointment={appointment} locale={locale} isLive={isLive} />
      {state === 'awaiting-partner' ? (
        <PartnerCodes appointment={appointment} renewed={(await searchParams).renewed !== undefined} />
      ) : null}
      {isLive ? (
        <>
          <div className="no-print my-5 grid gap-2.5 sm:grid-cols-2">
            <ButtonLink kind="second" href={`/appointment/${appointment.code}/calendar`}>
              {t('ticket.calendar')}
            </ButtonLink>
            <PrintButton text={t('ticket.print')} />
          </div>
          <section>
            <h2>{t('bring.title')}</h2>
            <WhatToBring
              service={appointment.service}
              on={appointment.date}
              parties={appointment.parties.map((party) => party.partyType)}
            />
          </section>
          <p className="mt-4 mb-4 text-small text-ink-soft">{t('ticket.notRegistration')}</p>
          {appointment.role ? (
            <MissesNotice service={appointment.service} officeId={appointment.officeId} />
          ) : null}
          {appointment.role ? (
            <div className="no-print mt-6">
              <ButtonLink kind="second" href={`/appointment/${appointment.code}/cancel`}>
                {t('cancel.open')}
              </ButtonLink>
              <OwnWays code={appointment.code} />
            </div>
          ) : null}
        </>
      ) : (
        <div className="no-print mt-6">
          <ButtonLink href={`/book/start?service=${slug}&office=${appointment.officeId}`}>
            {t('again')}
          </ButtonLink>
        </div>
      )}
    </CouplePage>
  )
}
