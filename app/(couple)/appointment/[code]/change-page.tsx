import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** The frame of a page that changes an appointment: what it is and when, all along, and why the last try was refused. */
export async function ChangePage({
  appointment,
  back,
  refused,
  detail,
  earliest = '',
  showsTime = true,
  children,
}: {
  appointment: AppointmentView
  back: { href: string; text: string }
  refused?: string | undefined
  detail?: string | undefined
  /** From which day on it would be right, where that is the reason. */
  earliest?: string | undefined
  /** Off where the page itself shows the time. */
  showsTime?: boolean
  children: ReactNode
}) {
  const t = await getTranslations('change')
  const refusals = await getTranslations('refusals')
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const office = await getOffice(appointment.officeId)
  const { mood } = SERVICE_FACTS[appointment.service]
  const own = timeInForce(appointment)
  const earliestOn = isCalendarDate(earliest) ? dayText(locale, earliest, 'plain') : 'none'
  const when = `${dayText(locale, own.date)} ${own.startTime}`
  return (
    <CouplePage mood={mood} back={back}>
      <p className="mb-1 text-small text-ink-soft">
        {services(`${appointment.service}.name`)} · {office?.name[locale]}
      </p>
      {showsTime ? (
        <p className="mb-4 rounded-small bg-sunken px-3 py-2 text-small font-semibold break-keep tabular-nums">
          {t('now', { when })}
        </p>
      ) : null}
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="warn" role="alert" title={refusals(`${refused}.title`)}>
            {detail && refusals.has(`field.${detail}`) ? (
              <p>{refusals(`field.${detail}`, { earliestOn })}</p>
            ) : null}
            <p>{t('unchanged', { when })}</p>
          </Notice>
        </div>
      ) : null}
      {children}
    </CouplePage>
  )
}
