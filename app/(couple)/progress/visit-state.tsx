import { getTranslations } from 'next-intl/server'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { KeptTime } from '#lib/booking/find-kept-seat.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { dayText } from '#lib/format/dates.ts'

/** The visit that is booked, or the time that is kept until the two choose one, and the one thing to do next. */
export async function VisitState({
  visit,
  kept,
  phone,
  locale,
}: {
  visit: AppointmentView | undefined
  kept: KeptTime | undefined
  phone: string | undefined
  locale: Locale
}) {
  const t = await getTranslations('progress')
  const at = visit ? timeInForce(visit) : kept
  const when = { date: at ? dayText(locale, at.date, 'long') : '', time: at?.startTime ?? '' }
  if (visit) {
    const state = visit.status === 'confirmed' || visit.keptTime ? 'confirmed' : 'waiting'
    return (
      <section className="mt-5">
        <Notice tone="ok" title={t(`visit.${state}`, when)}>
          <p>{t(`visit.${state}Next`)}</p>
        </Notice>
        <div className="no-print mt-3">
          <ButtonLink href={`/appointment/${visit.code}`}>{t('visit.open')}</ButtonLink>
        </div>
      </section>
    )
  }
  return (
    <section className="mt-5">
      <Notice tone={kept ? 'ok' : 'plain'} title={kept ? t('kept', when) : t('notKept')}>
        <p>{t(kept ? 'keptWhy' : 'notKeptWhy')}</p>
        {!kept && phone ? <PhoneLink phone={phone} /> : null}
      </Notice>
      <div className="no-print mt-3">
        <ButtonLink href="/book/start?service=second-visit">{t('choose')}</ButtonLink>
      </div>
    </section>
  )
}
