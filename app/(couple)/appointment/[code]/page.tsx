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
import { findOwnQuestion, type OwnQuestion } from '#lib/booking/find-own-question.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { hasVoucher } from '#lib/domain/voucher.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { AppointmentTicket } from './appointment-ticket.tsx'
import { ChangeLinks } from './change-links.tsx'
import { ChangedNotice } from './changed-notice.tsx'
import { KeepVoucher } from './keep-voucher.tsx'
import { LastMoveNotice } from './last-move-notice.tsx'
import { OwnMatters } from './own-matters.tsx'
import { OwnNumber } from './own-number.tsx'
import { PartnerCodes } from './partner-codes.tsx'
import { PendingMove } from './pending-move.tsx'
import { stateOf } from './state-of.ts'
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
  const now = new Date()
  const state = stateOf(appointment, now)
  const question = await findOwnQuestion(pool(), appointment, now)
  const lead = state === 'confirmed' ? leadOf(appointment, question) : state
  const until = appointment.heldUntil ? instantText(locale, appointment.heldUntil) : ''
  const isLive = isActive(appointment.status) && state !== 'past'
  const isGood = hasVoucher(appointment, now)
  return (
    <CouplePage mood={mood}>
      <h1>{t(`heading.${state}`)}</h1>
      <p className="mb-4 text-ink-soft">{t(`lead.${lead}`, { until })}</p>
      <OwnNumber appointmentId={appointment.id} now={now} />
      <ChangedNotice appointment={appointment} locale={locale} />
      {state === 'confirmed' ? <LastMoveNotice appointment={appointment} /> : null}
      {isLive ? <PendingMove appointment={appointment} locale={locale} /> : null}
      {state === 'awaiting-you' ? (
        <div className="mb-5">
          <ButtonLink href={`/agree?code=${appointment.code}`}>{t('agree.title')}</ButtonLink>
        </div>
      ) : null}
      {question ? <StillComing question={question} /> : null}
      <AppointmentTicket
        appointment={appointment}
        locale={locale}
        isLive={isLive}
        hasVoucher={isGood && state !== 'displaced'}
      />
      {state === 'awaiting-partner' || state === 'move-waiting' ? (
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
          <section className="print:mt-5">
            <h2>{t('bring.title')}</h2>
            <WhatToBring
              service={appointment.service}
              on={timeInForce(appointment).date}
              parties={appointment.parties.map((party) => party.partyType)}
              ruleSetId={appointment.ruleSetId}
            />
          </section>
          <p className="mt-4 text-small text-ink-soft">{t('ticket.notRegistration')}</p>
          {isGood && state !== 'displaced' ? <KeepVoucher code={appointment.code} mood={mood} /> : null}
          {appointment.role ? (
            <MissesNotice service={appointment.service} officeId={appointment.officeId} />
          ) : null}
          {appointment.role && state !== 'displaced' ? (
            <ChangeLinks appointment={appointment} locale={locale} />
          ) : null}
          {appointment.role ? <OwnWays code={appointment.code} /> : null}
        </>
      ) : (
        <div className="no-print mt-6">
          <ButtonLink href={`/book/start?service=${slug}&office=${appointment.officeId}`}>
            {t('again')}
          </ButtonLink>
        </div>
      )}
      {appointment.role ? <OwnMatters code={appointment.code} /> : null}
    </CouplePage>
  )
}

/** What the two still have to do: nothing, or to say whether they come. */
function leadOf({ parties }: AppointmentView, question: OwnQuestion | undefined) {
  const isAsked = question?.state === 'asked'
  if (parties.length === 1) return isAsked ? 'confirmedOneAsked' : 'confirmedOne'
  return isAsked ? 'confirmedAsked' : 'confirmed'
}
