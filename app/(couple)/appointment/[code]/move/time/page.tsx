import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadDays } from '#app/(couple)/book/date/load-days.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { StopsOfDay } from '#app/(couple)/stops-of-day.tsx'
import { TimeOptions } from '#components/booking/time-options.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { requireOwnAppointment } from '#lib/edge/appointment.ts'
import { dayText } from '#lib/format/dates.ts'
import { ChangePage } from '../../change-page.tsx'
import { type ChangeSearch, moveMetadata } from '../move-metadata.ts'

export const generateMetadata = ({ searchParams }: ChangeSearch): Promise<Metadata> =>
  moveMetadata(searchParams)

/** At what time of the new day; the time one has already is not offered again. */
export default async function MoveTimePage({ params, searchParams }: ChangeSearch) {
  const { code } = await params
  const { date = '', wrong } = await searchParams
  const dates = `/appointment/${code}/move`
  if (!isCalendarDate(date)) redirect(`${dates}?wrong=1`)
  const appointment = await requireOwnAppointment(code, `${dates}/time?${new URLSearchParams({ date })}`)
  const t = await getTranslations('change.move')
  const journey = await getTranslations('journey')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const { days } = await loadDays(appointment.officeId, appointment.service, locale)
  const own = [appointment.slotId, appointment.previousSlotId]
  const slots = (days.find((day) => day.date === date)?.slots ?? []).filter((slot) => !own.includes(slot.id))
  const error = wrong ? journey('time.missing') : undefined
  const legend = journey('time.legend', { date: dayText(locale, date) })
  return (
    <ChangePage appointment={appointment} back={{ href: dates, text: journey('backTo.date') }}>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'slot', text: error }] : []} />
      {slots.some((slot) => slot.remaining > 0) ? (
        <form action={`${dates}/check`}>
          <input type="hidden" name="date" value={date} />
          <TimeOptions
            legend={legend}
            hint={t('timeHint')}
            error={error}
            where={<StopsOfDay officeId={appointment.officeId} date={date} />}
            slots={slots}
            chosen={undefined}
          />
          <Button type="submit">{common('continue')}</Button>
        </form>
      ) : (
        <>
          <h1 className="break-keep">{legend}</h1>
          <p className="mb-4">{t('dayFull')}</p>
          <ButtonLink href={dates}>{journey('time.otherDate')}</ButtonLink>
        </>
      )}
    </ChangePage>
  )
}
