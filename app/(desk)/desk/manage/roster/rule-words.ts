import { getTranslations } from 'next-intl/server'

/** Why the roster says no: in its own words where it has some for this field or this reason. */
export async function ruleWords(wrong: string, at: string | undefined): Promise<string> {
  const own = await getTranslations('staffing.refused')
  const words = await getTranslations('refusals.field')
  const ownKey = [`${at ?? ''}-${wrong}`, wrong].find((key) => own.has(key as never))
  if (ownKey) return own(ownKey as never)
  return words.has(wrong as never) ? words(wrong as never) : words('other')
}
