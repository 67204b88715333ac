import { HANDED_FACILITIES } from './facility.ts'
import { PLACE_KEYS, type PlaceKey, type PlaceValues } from './place-values.ts'
import { isOfficePhone, readPlaceText } from './read-place-text.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'

/** The fields in which somebody types what a place hands down. */
export const PLACE_FIELDS = [
  'phone',
  'announcement_zh_cn',
  'announcement_zh_hant',
  'announcement_en',
  'instead_zh_cn',
  'instead_zh_hant',
  'instead_en',
  'facilities',
] as const

export type PlaceField = (typeof PLACE_FIELDS)[number]

/** What a place hands down, as text; facilities with semicolons between them. */
export type PlaceSheet = Readonly<Record<PlaceField, string>>

type Handed = { readonly [Key in PlaceKey]: PlaceValues[Key] | undefined }

/** The fields that tell of a value. */
export function fieldsOf(key: PlaceKey): readonly PlaceField[] {
  return PLACE_FIELDS.filter((field) => field === key || field.startsWith(`${key}_`))
}

/** Writes what a place hands down as text. */
export function placeSheetOf(handed: Partial<Handed>): PlaceSheet {
  const { phone, announcement, instead, facilities } = handed
  return {
    phone: phone ?? '',
    announcement_zh_cn: announcement?.['zh-CN'] ?? '',
    announcement_zh_hant: announcement?.['zh-Hant'] ?? '',
    announcement_en: announcement?.en ?? '',
    instead_zh_cn: instead?.['zh-CN'] ?? '',
    instead_zh_hant: instead?.['zh-Hant'] ?? '',
    instead_en: instead?.en ?? '',
    facilities: HANDED_FACILITIES.filter((one) => facilities?.includes(one)).join(';'),
  }
}

/** Reads what a place shall hand down; undefined for what it shall not. Every field that is wrong is told. */
export function readPlaceValues(sheet: PlaceSheet): Result<Handed> {
  const errors: RefusalDetail[] = []
  const text = (name: 'announcement' | 'instead', longest: number) =>
    readPlaceText(
      { zhCN: sheet[`${name}_zh_cn`], zhHant: sheet[`${name}_zh_hant`], en: sheet[`${name}_en`] },
      { name, longest, hasLines: true },
      errors,
    )
  const phone = sheet.phone.trim() || undefined
  if (phone && !isOfficePhone(phone)) errors.push({ path: 'phone', reason: 'office-phone' })
  const [announcement, instead] = [text('announcement', 600), text('instead', 300)]
  const named = sheet.facilities.split(';').filter((one) => one !== '')
  const facilities = HANDED_FACILITIES.filter((one) => named.includes(one))
  if (facilities.length < named.length) errors.push({ path: 'facilities', reason: 'unknown' })
  if (errors.length > 0) return refuse('invalid-input', errors)
  return accept({ phone, announcement, instead, facilities: facilities.length > 0 ? facilities : undefined })
}

/** The keys in which two places hand down something else. */
export function changedKeys(before: PlaceSheet, after: PlaceSheet): PlaceKey[] {
  return PLACE_KEYS.filter((key) => fieldsOf(key).some((field) => before[field] !== after[field]))
}
