import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { isActive } from '#lib/domain/appointment-status.ts'
import { cutoffOf } from '#lib/domain/booking-policy.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { cancel } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appointment'))('title') }
}

/** One question before the seat goes back. */
export default async function CancelPage({
  params,
  searchParams,
}: {
  params: Promise<{ code: string }>
  searchParams: Promise<{ refused?: string }>
}) {
  const { code } = await params
  await requireActor(`/appointment/${code}/cancel`)
  const appointment = await loadAppointment(code)
  if (!appointment?.role || !isActive(appointment.status)) redirect(`/appointment/${code}`)
  const t = await getTranslations('appointment')
  const common = await getTranslations('common')
  const refusals = await getTranslations('refusals')
  const locale = await speakingLocale()
  const now = new Date()
  const office = await getOffice(appointment.officeId)
  const cutoff = cutoffOf(
    await loadPolicy(pool(), appointment.officeId, now),
    appointment.date,
    appointment.startTime,
  )
  const { refused } = await searchParams
  const { mood } = SERVICE_FACTS[appointment.service]
  return (
    <CouplePage mood={mood} back={{ href: `/appointment/${code}`, text: common('back') }}>
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="stop" role="alert" title={refusals(`${refused}.title`)}>
            <p>{refusals(`${refused}.detail`)}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('cancel.title')}</h1>
      <p className="mb-3 font-semibold tabular-nums">
        {dayText(locale, appointment.date, 'long')} {appointment.startTime} · {office?.name[locale]}
      </p>
      {cutoff <= now ? (
        <Notice
          tone="warn"
          title={t('cancel.tooLate', { cutoff: instantText(locale, cutoff), phone: office?.phone ?? '' })}
        />
      ) : (
        <form action={cancel.bind(null, appointment.code, crypto.randomUUID())}>
          <p className="mb-4 text-ink-soft">{t('cancel.lead')}</p>
          <TextField
            name="reason"
            label={t('cancel.reason')}
            hint={t('cancel.reasonHint')}
            errorPrefix={common('error')}
            maxLength={200}
            autoComplete="off"
          />
          <div className="grid gap-3">
            <Button type="submit">{t('cancel.submit')}</Button>
            <ButtonLink kind="second" href={`/appointment/${code}`}>
              {t('cancel.keep')}
            </ButtonLink>
          </div>
        </form>
      )}
    </CouplePage>
  )
}
