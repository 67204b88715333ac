import type { CalendarDate } from './calendar-date.ts'
import { FACILITIES } from './facility.ts'
import type { LocalizedText } from './localized-text.ts'
import { PARTY_TYPES, type PartyType } from './party-type.ts'
import type { OfficeTier, ServiceMode } from './place.ts'
import { SERVICES, type Service } from './service.ts'

/** An office as it is written down, before anything is handed down to it: what is empty comes from the places above. */
export interface OfficeRecord {
  readonly id: string
  readonly regionCode: string
  readonly parentId: string | undefined
  readonly tier: OfficeTier
  readonly name: LocalizedText
  readonly address: LocalizedText
  readonly transit: LocalizedText | undefined
  readonly lat: number
  readonly lng: number
  readonly phone: string
  readonly hours: LocalizedText
  readonly services: readonly { readonly service: Service; readonly mode: ServiceMode }[]
  readonly accepts: readonly PartyType[]
  readonly facilities: readonly string[]
  readonly onlineBooking: boolean
  readonly instead: LocalizedText | undefined
  readonly announcement: LocalizedText | undefined
  /** First day on which it is no more. */
  readonly closedOn: CalendarDate | undefined
}

/** The columns of an office in a file, in the forms and on the record. They are known outside of the house and stay. */
export const OFFICE_COLUMNS = [
  'id',
  'region',
  'parent',
  'tier',
  'name_zh_cn',
  'name_zh_hant',
  'name_en',
  'address_zh_cn',
  'address_zh_hant',
  'address_en',
  'transit_zh_cn',
  'transit_zh_hant',
  'transit_en',
  'latitude',
  'longitude',
  'phone',
  'hours_zh_cn',
  'hours_zh_hant',
  'hours_en',
  'services',
  'accepts',
  'facilities',
  'online_booking',
  'instead_zh_cn',
  'instead_zh_hant',
  'instead_en',
  'announcement_zh_cn',
  'announcement_zh_hant',
  'announcement_en',
  'closed_on',
] as const

export type OfficeColumn = (typeof OFFICE_COLUMNS)[number]

/** An office as text, column by column. */
export type OfficeSheet = Readonly<Record<OfficeColumn, string>>

/** What only those decide who found offices: what an office is and does. The rest is how it is reached. */
export const FOUNDING_COLUMNS: readonly OfficeColumn[] = [
  'parent',
  'tier',
  'services',
  'accepts',
  'online_booking',
  'closed_on',
]

/** Writes an office as text; lists in one fixed order, so that equal offices are equal texts. */
export function sheetOf(office: OfficeRecord): OfficeSheet {
  const services = SERVICES.flatMap((service) => office.services.filter((one) => one.service === service))
  return {
    id: office.id,
    region: office.regionCode,
    parent: office.parentId ?? '',
    tier: office.tier,
    ...textColumns('name', office.name),
    ...textColumns('address', office.address),
    ...textColumns('transit', office.transit),
    latitude: String(office.lat),
    longitude: String(office.lng),
    phone: office.phone,
    ...textColumns('hours', office.hours),
    services: services.map(({ service, mode }) => `${service}:${mode}`).join(';'),
    accepts: inOrder(PARTY_TYPES, office.accepts).join(';'),
    facilities: inOrder(FACILITIES, office.facilities).join(';'),
    online_booking: office.onlineBooking ? 'yes' : 'no',
    ...textColumns('instead', office.instead),
    ...textColumns('announcement', office.announcement),
    closed_on: office.closedOn ?? '',
  }
}

/** What of an office changed, by columns. */
export type SheetChanges = Readonly<Partial<Record<OfficeColumn, readonly [before: string, after: string]>>>

/** The columns in which two sheets differ, each with what it was and what it is. */
export function changesOfSheet(before: OfficeSheet, after: OfficeSheet): SheetChanges {
  return Object.fromEntries(
    OFFICE_COLUMNS.filter((column) => before[column] !== after[column]).map((column) => [
      column,
      [before[column], after[column]],
    ]),
  )
}

type TextName = 'name' | 'address' | 'transit' | 'hours' | 'instead' | 'announcement'
type TextColumns<Name extends TextName> = Record<`${Name}_zh_cn` | `${Name}_zh_hant` | `${Name}_en`, string>

function textColumns<Name extends TextName>(name: Name, text: LocalizedText | undefined): TextColumns<Name> {
  return {
    [`${name}_zh_cn`]: text?.['zh-CN'] ?? '',
    [`${name}_zh_hant`]: text?.['zh-Hant'] ?? '',
    [`${name}_en`]: text?.en ?? '',
  } as TextColumns<Name>
}

function inOrder(order: readonly string[], values: readonly string[]): string[] {
  const known = order.filter((value) => values.includes(value))
  return [...known, ...values.filter((value) => !order.includes(value)).sort()]
}
