import { resolvePlace } from '#lib/domain/place-values.ts'
import { loadHandedValues } from './load-handed-values.ts'

/** The office with the number by which it is reached: its own, otherwise that of the place above it. For letters. */
export async function givePhone<Office extends { readonly phone: string; readonly regionCode: string }>(
  office: Office,
): Promise<Office> {
  if (office.phone) return office
  const { phone } = resolvePlace({}, office.regionCode, await loadHandedValues())
  return { ...office, phone: phone?.value ?? '' }
}
