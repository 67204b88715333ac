import { getTranslations } from 'next-intl/server'
import { Ticket } from '#components/booking/ticket.tsx'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import type { AppointmentView, PartyView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { isFreeToChange } from '#lib/domain/held-by-office.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { voucherLink } from '#lib/edge/voucher-link.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** The ticket of an appointment in the viewer's language. */
export async function AppointmentTicket({
  appointment,
  locale,
  isLive,
  hasVoucher,
}: {
  appointment: AppointmentView
  locale: Locale
  isLive: boolean
  /** Whether the drawing for the window is shown. */
  hasVoucher: boolean
}) {
  const t = await getTranslations('appointment.ticket')
  const changed = await getTranslations('changed')
  const services = await getTranslations('services')
  const office = await getOffice(appointment.officeId)
  const own = timeInForce(appointment)
  const whenText = `${dayText(locale, own.date, 'long')} ${own.startTime}`
  const { officeId } = appointment
  const where = await findVisitPlace(pool(), { officeId, date: own.date, time: own.startTime })
  const name = office?.name[locale] ?? ''
  return (
    <Ticket
      label={t('label')}
      code={groupedCode(appointment.code)}
      note={isLive ? t('noPrint') : ''}
      qr={hasVoucher ? await drawQrCode(voucherLink(appointment)) : undefined}
      qrText={t('qr', { code: groupedCode(appointment.code) })}
      whoLabel={t('who')}
      people={appointment.parties.map((party) => ({
        name: party.self ? t('you', { name: party.name }) : party.name,
        agreed: isAgreed(party),
        tag: tagOf(party),
      }))}
      rows={[
        { label: t('for'), value: services(`${appointment.service}.name`) },
        {
          label: t('when'),
          value: appointment.openUntil ? (
            changed('stands.title', { until: dayText(locale, appointment.openUntil, 'long') })
          ) : (
            <span className="break-keep tabular-nums">
              {appointment.displaced ? <s>{whenText}</s> : whenText}
            </span>
          ),
          note: isLive && !isFreeToChange(appointment) ? t('arrive') : undefined,
        },
        {
          label: t('where'),
          value: name,
          note: (
            <>
              {where?.place ? <span className="block">{where.place[locale]}</span> : null}
              {where?.address[locale]}{' '}
              {where ? (
                <a
                  className="prose-link no-print"
                  rel="noreferrer"
                  href={`https://uri.amap.com/marker?position=${where.at.lng},${where.at.lat}&name=${encodeURIComponent(where.place?.['zh-CN'] ?? name)}`}
                >
                  {t('map')}
                </a>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )

  // While a move waits, both have agreed to the time that is shown.
  function isAgreed(party: PartyView): boolean {
    return party.agreed || appointment.keptTime !== undefined
  }

  function tagOf(party: PartyView): string {
    if (!isAgreed(party)) return t('waiting')
    return party.agreedAt && appointment.parties.length > 1
      ? t('agreedAt', { at: instantText(locale, party.agreedAt) })
      : t('agreed')
  }
}
