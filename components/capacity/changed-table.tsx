import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { ChangedState } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'

export interface ChangedLine {
  readonly appointmentId: string
  readonly code: string
  readonly service: Service
  readonly state: ChangedState
  readonly names: readonly string[]
  readonly from: SlotTime
  readonly to: SlotTime | null
}

const TONES: Readonly<Record<ChangedState, 'plain' | 'ok' | 'warn' | 'stop'>> = {
  waiting: 'plain',
  offered: 'warn',
  moved: 'ok',
  'chose-other': 'ok',
  stands: 'ok',
  kept: 'ok',
  cancelled: 'plain',
  unmovable: 'stop',
}

/** A result for each couple of a change. */
export async function ChangedTable({ rows, locale }: { rows: readonly ChangedLine[]; locale: Locale }) {
  const t = await getTranslations('changes')
  return (
    <DataTable
      caption={t('progress.results')}
      heads={(['code', 'people', 'service', 'from', 'to', 'result'] as const).map((name) => ({
        text: t(`couple.${name}`),
      }))}
    >
      {rows.map(({ appointmentId, code, names, service, from, to, state }) => (
        <tr key={appointmentId} className="border-b border-line">
          <td className="px-2 py-1.5 font-mono whitespace-nowrap">{groupedCode(code)}</td>
          <td className="px-2 whitespace-nowrap">{names.join(' ')}</td>
          <td className="px-2">{serviceName(locale, service)}</td>
          <td className="px-2 whitespace-nowrap tabular-nums">{timeText(from)}</td>
          <td className="px-2 whitespace-nowrap tabular-nums">{to ? timeText(to) : '—'}</td>
          <td className="px-2">
            <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
          </td>
        </tr>
      ))}
    </DataTable>
  )

  function timeText({ date, startTime }: SlotTime): string {
    return `${dayText(locale, date)} ${startTime}`
  }
}
