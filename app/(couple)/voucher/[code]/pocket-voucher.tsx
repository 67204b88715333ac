import { getTranslations } from 'next-intl/server'
import { QrDrawing } from '#components/booking/qr-drawing.tsx'
import { Card } from '#components/ui/card.tsx'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import { voucherLink } from '#lib/edge/voucher-link.ts'
import { dayText } from '#lib/format/dates.ts'
import { findVisitPlace } from '#lib/office/find-visit-place.ts'

/** What the window needs, and nothing about people or what they come for. */
export async function PocketVoucher({
  appointment,
  office,
  locale,
}: {
  appointment: AppointmentView
  office: { readonly id: string; readonly name: LocalizedText }
  locale: Locale
}) {
  const t = await getTranslations('appointment.ticket')
  const code = groupedCode(appointment.code)
  const { date, startTime } = timeInForce(appointment)
  const where = await findVisitPlace(pool(), { officeId: office.id, date, time: startTime })
  return (
    <Card className="overflow-hidden">
      <div className="bg-accent px-5 py-4 text-on-accent print:border-b print:bg-white print:text-black">
        <p className="text-small">{t('label')}</p>
        <p className="font-mono text-[min(1.75rem,8.5vw)] leading-tight font-bold tracking-wide whitespace-nowrap tabular-nums">
          {code}
        </p>
      </div>
      <div className="grid gap-4 px-5 py-4">
        <QrDrawing text={t('qr', { code })} drawing={await drawQrCode(voucherLink(appointment))} />
        <p className="font-semibold break-keep tabular-nums">
          {dayText(locale, date, 'long')} {startTime}
          <span className="block text-small font-normal text-ink-soft">{t('arrive')}</span>
        </p>
        <p className="font-semibold">
          {office.name[locale]}
          {where?.place ? <span className="block text-small">{where.place[locale]}</span> : null}
          <span className="block text-small font-normal text-ink-soft">{where?.address[locale]}</span>
        </p>
      </div>
    </Card>
  )
}
