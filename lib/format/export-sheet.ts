import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { translator } from '#lib/i18n/translator.ts'
import { serviceName } from './service-name.ts'

/** An appointment with its people, as a line of a list. */
export interface ExportLine {
  readonly date: string
  readonly startTime: string
  readonly endTime: string
  readonly service: Service
  readonly code: string
  readonly status: AppointmentStatus
  readonly people: readonly { readonly name: string; readonly phone?: string | undefined }[]
}

const COLUMNS = [
  'date',
  'start',
  'end',
  'service',
  'code',
  'status',
  'name1',
  'phone1',
  'name2',
  'phone2',
] as const

/** A list of appointments, with its heads, in somebody's language. Numbers of documents are never in it. */
export function exportSheet(locale: Locale, lines: readonly ExportLine[]): string[][] {
  const say = translator(locale, 'exports')
  const status = translator(locale, 'appointment.status')
  const heads = COLUMNS.map((column) => say(`column.${column}`))
  const rows = lines.map((line) => {
    const [first, second] = line.people
    return [
      line.date,
      line.startTime,
      line.endTime,
      serviceName(locale, line.service),
      line.code,
      status(line.status),
      first?.name ?? '',
      first?.phone ?? '',
      second?.name ?? '',
      second?.phone ?? '',
    ]
  })
  return [heads, ...rows]
}
