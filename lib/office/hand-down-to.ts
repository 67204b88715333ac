import { type PlaceKey, resolvePlace } from '#lib/domain/place-values.ts'
import type { NamedValue, Origin } from './place-value.sql.ts'
import type { OfficeSummary } from './store.ts'

/** The office with what is handed down to it where it says nothing itself, and from where that comes. */
export function handDownTo<Office extends OfficeSummary>(
  office: Office,
  handed: readonly NamedValue[],
): Office {
  if (handed.length === 0) return office
  const resolved = resolvePlace(office, office.region.code, handed)
  const { phone, facilities, instead, announcement } = resolved
  const origins: Partial<Record<PlaceKey, Origin>> = Object.fromEntries(
    Object.entries(resolved).flatMap(([key, { from }]) => {
      const value = from && handed.find((one) => one.scopeId === from.scopeId)
      return value ? [[key, { ...from, name: value.placeName }]] : []
    }),
  )
  return {
    ...office,
    phone: phone?.value ?? office.phone,
    facilities: facilities?.value ?? office.facilities,
    ...(instead ? { instead: instead.value } : {}),
    ...(announcement ? { announcement: announcement.value } : {}),
    origins,
  }
}
