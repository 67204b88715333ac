import type { CalendarDate } from './calendar-date.ts'
import { followOriginal } from './follow-original.ts'
import {
  changesOfSheet,
  FOUNDING_COLUMNS,
  OFFICE_COLUMNS,
  type OfficeColumn,
  type OfficeRecord,
  type OfficeSheet,
  type SheetChanges,
  sheetOf,
} from './office-record.ts'
import type { OfficePlace, StaffAct } from './permissions.ts'
import { type HandedValue, resolvePlace } from './place-values.ts'
import { type KnownPlaces, readOfficeSheet } from './read-office-sheet.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'
import type { Service } from './service.ts'

/** An office as it stands, and how often it was changed. */
export interface KnownOffice {
  readonly record: OfficeRecord
  readonly version: number
}

/** What is to be known to judge a change of an office. */
export interface OfficeFacts extends KnownPlaces {
  readonly handed: readonly HandedValue[]
  readonly may: (act: StaffAct, office: OfficePlace) => boolean
  /** The last day on which couples are to come to an office for a service. */
  readonly lastBooked: (officeId: string, service: Service) => CalendarDate | undefined
  readonly today: CalendarDate
}

export interface JudgedOffice {
  readonly record: OfficeRecord
  readonly changes: SheetChanges
}

/**
 * Whether an office can be written down so: as a new one without `before`. How it is reached may be changed by whoever
 * looks after it, what it is and does by those who found offices. It needs a telephone number, and without online
 * booking a word on how to come, if not its own then one that is handed down. Nothing that couples are booked for is
 * taken away from it.
 */
export function judgeOffice(
  sheet: OfficeSheet,
  before: KnownOffice | undefined,
  facts: OfficeFacts,
): Result<JudgedOffice> {
  const followed = before ? followOriginal(sheet, sheetOf(before.record), FOLLOWING) : sheet
  const read = readOfficeSheet(followed, facts)
  if (!read.ok) return read
  const record = read.value
  const changes = before
    ? changesOfSheet(sheetOf(before.record), sheetOf(record))
    : changesOfSheet(NOTHING, sheetOf(record))
  const strange = refuseStranger(record, before, changes, facts)
  if (strange.length > 0) return refuse('not-allowed', strange)
  const errors = [...lacks(record, facts.handed), ...(before ? losses(record, before.record, facts) : [])]
  if (changes.closed_on && record.closedOn && record.closedOn < facts.today)
    errors.push({ path: 'closed_on', reason: 'day-is-over' })
  return errors.length > 0 ? refuse('invalid-input', errors) : accept({ record, changes })
}

function refuseStranger(
  record: OfficeRecord,
  before: KnownOffice | undefined,
  changes: SheetChanges,
  { may }: OfficeFacts,
): RefusalDetail[] {
  if (!before) return may('found-office', record) ? [] : [{ path: 'region', reason: 'not-in-role' }]
  if (!may('edit-office', before.record)) return [{ path: 'id', reason: 'not-in-role' }]
  if (changes.region) return [{ path: 'region', reason: 'region-stays' }]
  if (may('found-office', before.record)) return []
  const above = FOUNDING_COLUMNS.filter((column) => changes[column])
  return above.map((path) => ({ path, reason: 'not-in-role' }))
}

function lacks(record: OfficeRecord, handed: readonly HandedValue[]): RefusalDetail[] {
  const { phone, instead, regionCode } = record
  const resolved = resolvePlace({ phone, instead }, regionCode, handed)
  return [
    ...(resolved.phone ? [] : [{ path: 'phone', reason: 'required' }]),
    ...(record.onlineBooking || resolved.instead
      ? []
      : [{ path: 'instead_zh_cn', reason: 'instead-needed' }]),
  ]
}

function losses(record: OfficeRecord, before: OfficeRecord, facts: OfficeFacts): RefusalDetail[] {
  const { id, closedOn, services } = record
  const booked = before.services.map(({ service, mode }) => ({
    service,
    mode,
    last: facts.lastBooked(id, service),
  }))
  const errors: RefusalDetail[] = []
  if (closedOn && closedOn !== before.closedOn && booked.some(({ last }) => last && last >= closedOn))
    errors.push({ path: 'closed_on', reason: 'couples-booked-then' })
  const taken = booked.filter(
    ({ service, mode, last }) =>
      last && mode === 'register' && !services.some((one) => one.service === service && one.mode === mode),
  )
  if (taken.length > 0) errors.push({ path: 'services', reason: 'couples-booked-for-it' })
  return errors
}

/** The texts that need no wording of their own in each language. */
const FOLLOWING = ['address', 'transit', 'hours', 'instead', 'announcement']

const NOTHING = Object.fromEntries(OFFICE_COLUMNS.map((column) => [column, ''])) as Record<
  OfficeColumn,
  string
>
