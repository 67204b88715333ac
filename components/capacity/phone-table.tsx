import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ChangedState } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'

interface PhoneLine {
  readonly appointmentId: string
  readonly code: string
  readonly service: Service
  readonly state: ChangedState
  readonly latest: CalendarDate | null
  readonly from: SlotTime
  readonly phonedAt: Date | null
  readonly people: readonly { readonly name: string; readonly phone: string }[]
}

/** Whom to phone, with names and numbers; a mark for who was phoned. */
export async function PhoneTable({
  couples,
  locale,
  action,
}: {
  couples: readonly PhoneLine[]
  locale: Locale
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('changes')
  if (couples.length === 0) return <p>{t('phone.nobody')}</p>
  return (
    <DataTable
      caption={t('phone.title')}
      heads={(['code', 'people', 'service', 'from', 'latest', 'result', 'phoned'] as const).map((name) => ({
        text: t(`couple.${name}`),
      }))}
    >
      {couples.map(({ appointmentId, code, people, service, from, latest, state, phonedAt }) => (
        <tr key={appointmentId} className="border-b border-line align-top">
          <td className="px-2 py-2 font-mono whitespace-nowrap">{groupedCode(code)}</td>
          <td className="px-2 py-2">
            {people.map(({ name, phone }) => (
              <span key={phone} className="block whitespace-nowrap">
                {name} <span className="tabular-nums">{phone}</span>
              </span>
            ))}
          </td>
          <td className="px-2 py-2">{serviceName(locale, service)}</td>
          <td className="px-2 py-2 whitespace-nowrap tabular-nums">
            {dayText(locale, from.date)} {from.startTime}
          </td>
          <td className="px-2 py-2 whitespace-nowrap">{latest ? dayText(locale, latest) : '—'}</td>
          <td className="px-2 py-2">{t(`state.${state}`)}</td>
          <td className="px-2 py-1">
            {phonedAt ? (
              instantText(locale, phonedAt)
            ) : (
              <form action={action} className="no-print">
                <input type="hidden" name="appointment" value={appointmentId} />
                <Button type="submit" kind="second" wide={false}>
                  {t('phone.mark')}
                </Button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </DataTable>
  )
}
