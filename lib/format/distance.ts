import type { Locale } from '#lib/domain/localized-text.ts'

/** A distance for people: metres below one kilometre, then kilometres with one decimal. */
export function distanceText(locale: Locale, meters: number): string {
  const far = meters >= 1000
  const unit = far ? 'kilometer' : 'meter'
  const value = far ? meters / 1000 : Math.round(meters / 10) * 10
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: far ? 1 : 0 }).format(
    value,
  )
}
