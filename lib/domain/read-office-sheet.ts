import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import { FACILITIES } from './facility.ts'
import type { OfficeColumn, OfficeRecord, OfficeSheet } from './office-record.ts'
import { PARTY_TYPES } from './party-type.ts'
import { OFFICE_TIERS, type OfficeTier, type RegionLevel, SERVICE_MODES, type ServiceMode } from './place.ts'
import { isOfficePhone, type PlaceTextRule, readPlaceText } from './read-place-text.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'
import { SERVICES, type Service } from './service.ts'

/** What an office refers to. */
export interface KnownPlaces {
  readonly levelOf: (regionCode: string) => RegionLevel | undefined
  readonly tierOf: (officeId: string) => OfficeTier | undefined
}

const TEXTS = {
  name: { name: 'name', longest: 60, isRequired: true, needsAll: true },
  address: { name: 'address', longest: 120, isRequired: true },
  transit: { name: 'transit', longest: 200 },
  hours: { name: 'hours', longest: 200, isRequired: true },
  instead: { name: 'instead', longest: 300, hasLines: true },
  announcement: { name: 'announcement', longest: 600, hasLines: true },
} as const satisfies Record<string, PlaceTextRule>

const OFFICE_ID = /^[a-z][a-z0-9-]{2,58}[a-z0-9]$/
const DEGREES = /^\d{1,3}(\.\d{1,15})?$/
// From the Zengmu reef to the Amur, from the Pamir to the Ussuri.
const CHINA = { latitude: [3.5, 53.6], longitude: [73.4, 135.1] } as const

/**
 * Reads an office from its columns; every column that is wrong is told. An office lies in a county or in a city, and
 * belongs at most to one of a higher tier. Party types are those of 婚姻登记条例 art. 2.
 */
export function readOfficeSheet(sheet: OfficeSheet, known: KnownPlaces): Result<OfficeRecord> {
  const errors: RefusalDetail[] = []
  const wrong = (path: OfficeColumn, reason: string) => void errors.push({ path, reason })
  const text = (name: keyof typeof TEXTS) =>
    readPlaceText(
      { zhCN: sheet[`${name}_zh_cn`], zhHant: sheet[`${name}_zh_hant`], en: sheet[`${name}_en`] },
      TEXTS[name],
      errors,
    )
  const [id, regionCode, phone] = [sheet.id.trim(), sheet.region.trim(), sheet.phone.trim()]
  if (!OFFICE_ID.test(id)) wrong('id', id ? 'office-id' : 'required')
  const level = known.levelOf(regionCode)
  if (!level) wrong('region', regionCode ? 'region-unknown' : 'required')
  else if (level === 'province') wrong('region', 'region-too-wide')
  const tier = OFFICE_TIERS.find((one) => one === sheet.tier.trim())
  if (!tier) wrong('tier', sheet.tier.trim() ? 'unknown' : 'required')
  const parentId = sheet.parent.trim() || undefined
  if (parentId && tier) checkParent(parentId)
  if (phone && !isOfficePhone(phone)) wrong('phone', 'office-phone')
  const closed = sheet.closed_on.trim()
  if (closed && !isCalendarDate(closed)) wrong('closed_on', 'date')
  const booking = sheet.online_booking.trim()
  if (booking !== 'yes' && booking !== 'no') wrong('online_booking', booking ? 'unknown' : 'required')
  const [name, address, transit, hours] = [text('name'), text('address'), text('transit'), text('hours')]
  const [instead, announcement] = [text('instead'), text('announcement')]
  const [lat, lng] = [degrees('latitude'), degrees('longitude')]
  const services = readServices(sheet.services, (reason) => wrong('services', reason))
  const list = <Value extends string>(column: 'accepts' | 'facilities', values: readonly Value[]) =>
    readList(sheet[column], values, (reason) => wrong(column, reason))
  const [accepts, facilities] = [list('accepts', PARTY_TYPES), list('facilities', FACILITIES)]
  if (errors.length > 0 || !tier || !name || !address || !hours) return refuse('invalid-input', errors)
  const closedOn = closed ? (closed as CalendarDate) : undefined
  const [texts, at] = [
    { name, address, transit, hours, instead, announcement },
    { lat, lng },
  ]
  const does = { services, accepts, facilities, onlineBooking: booking === 'yes' }
  return accept({ id, regionCode, parentId, tier, phone, closedOn, ...texts, ...at, ...does })

  function checkParent(parent: string): void {
    const above = known.tierOf(parent)
    if (parent === id) wrong('parent', 'parent-not-above')
    else if (!above) wrong('parent', 'unknown-office')
    else if (tier && OFFICE_TIERS.indexOf(above) >= OFFICE_TIERS.indexOf(tier))
      wrong('parent', 'parent-not-above')
  }

  function degrees(column: 'latitude' | 'longitude'): number {
    const typed = sheet[column].trim()
    const value = Number(typed)
    const [least, most] = CHINA[column]
    if (!DEGREES.test(typed)) wrong(column, typed ? 'degrees' : 'required')
    else if (value < least || value > most) wrong(column, 'outside-china')
    return value
  }
}

function readServices(text: string, wrong: (reason: string) => void): OfficeRecord['services'] {
  const read = new Map<Service, ServiceMode>()
  for (const part of partsOf(text)) {
    const [name = '', how = ''] = part.split(':').map((word) => word.trim())
    const service = SERVICES.find((one) => one === name)
    const mode = SERVICE_MODES.find((one) => one === how)
    if (!service || !mode) wrong(service ? 'unknown-mode' : 'unknown-service')
    else if (read.has(service)) wrong('given-twice')
    else read.set(service, mode)
  }
  return SERVICES.flatMap((service) => {
    const mode = read.get(service)
    return mode ? [{ service, mode }] : []
  })
}

function readList<Value extends string>(
  text: string,
  values: readonly Value[],
  wrong: (reason: string) => void,
): Value[] {
  const parts = partsOf(text)
  if (new Set(parts).size < parts.length) wrong('given-twice')
  if (parts.some((part) => !(values as readonly string[]).includes(part))) wrong('unknown')
  return values.filter((value) => parts.includes(value))
}

function partsOf(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
