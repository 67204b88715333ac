import { getTranslations } from 'next-intl/server'
import { calendarAnswer } from '#app/(couple)/calendar-answer.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { isOver } from '#lib/domain/appointment-status.ts'
import { calendarSequence, timeInForce } from '#lib/domain/slot-time.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'

/** The appointment for a calendar, in neutral words. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const appointment = await loadAppointment((await params).code)
  if (!appointment) return new Response(null, { status: 404 })
  const t = await getTranslations('appointment.calendar')
  const locale = await speakingLocale()
  const own = timeInForce(appointment)
  const visit = { officeId: appointment.officeId, date: own.date, time: own.startTime }
  const where = await findVisitPlace(pool(), visit)
  return calendarAnswer('appointment', [
    {
      uid: appointment.id,
      summary: t('summary'),
      description: t('description', { code: groupedCode(appointment.code) }),
      location: where ? [where.address, where.place].flatMap((one) => one?.[locale] ?? []).join(' ') : '',
      date: own.date,
      hours: { start: own.startTime, end: own.endTime },
      sequence: calendarSequence(appointment),
      cancelled: isOver(appointment.status),
      now: new Date(),
    },
  ])
}
