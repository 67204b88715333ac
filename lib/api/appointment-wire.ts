import type { z } from '@hono/zod-openapi'
import type { BookingAnswer } from '#lib/booking/booking-answer.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { findOfficeNamed } from './find-office-named.ts'
import type { appointmentSchema } from './schemas.ts'

export type AppointmentOnTheWire = z.input<typeof appointmentSchema>

interface Asked {
  readonly locale: Locale
  readonly now: Date
}

/** A booking as its answer tells it; a repeated request hears the very same, letter by letter. */
export async function wireBooking(
  answer: BookingAnswer,
  { locale, now }: Asked,
): Promise<AppointmentOnTheWire> {
  const { code, status, heldUntil, partnerCode, officeId, service, date, start, end, parties } = answer
  return {
    code,
    status,
    ...(heldUntil ? { heldUntil } : {}),
    ...(partnerCode ? { partnerCode } : {}),
    office: await wireOfficeName(officeId, locale, now),
    service,
    date,
    start,
    end,
    parties: [...parties],
  }
}

/** An appointment as its viewer may see it: everybody masked, a phone only where it is the viewer's own. */
export async function wireView(view: AppointmentView, { locale, now }: Asked): Promise<AppointmentOnTheWire> {
  return {
    code: view.code,
    status: view.status,
    ...(view.heldUntil ? { heldUntil: view.heldUntil.toISOString() } : {}),
    office: await wireOfficeName(view.officeId, locale, now),
    service: view.service,
    date: view.date,
    start: view.startTime,
    end: view.endTime,
    ...keptOf(view),
    ...changedOf(view),
    parties: view.parties.map(({ name, documentType, documentNumber, partyType, agreed, self, phone }) => {
      const masked = { name, documentType, documentNumber, partyType, agreed }
      return view.role === undefined ? masked : { ...masked, self, ...(phone ? { phone } : {}) }
    }),
  }
}

async function wireOfficeName(id: string, locale: Locale, now: Date): Promise<{ id: string; name: string }> {
  return { id, name: (await findOfficeNamed(id, now))?.name[locale] ?? id }
}

function keptOf({ keptTime, previousSlotId }: AppointmentView): Pick<AppointmentOnTheWire, 'kept'> {
  if (!keptTime || previousSlotId === undefined) return {}
  const { date, startTime, endTime } = keptTime
  return { kept: { slotId: previousSlotId, date, start: startTime, end: endTime } }
}

/** What the office did to the time: it cannot be held, another is kept instead, or the booking stays good without one. */
function changedOf({
  displaced,
  openUntil,
}: AppointmentView): Pick<AppointmentOnTheWire, 'cannotBeHeld' | 'instead' | 'openUntil'> {
  if (openUntil) return { cannotBeHeld: true, openUntil }
  if (!displaced) return {}
  if (displaced.state !== 'offered') return { cannotBeHeld: true }
  const { slotId, time, answerBy } = displaced
  const { date, startTime: start, endTime: end } = time
  const instead = { slotId, date, start, end, answerBy: new Date(answerBy).toISOString() }
  return { cannotBeHeld: true, instead }
}
