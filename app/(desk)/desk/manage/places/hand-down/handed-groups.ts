import { getTranslations } from 'next-intl/server'
import type { PlaceField, PlaceFieldGroup } from '#components/office/place-fields.ts'
import { HANDED_FACILITIES } from '#lib/domain/facility.ts'
import type { PlaceKey, ResolvedValues } from '#lib/domain/place-values.ts'
import type { OfficeView } from '#lib/office/show-office.ts'
import type { PlaceWords } from '../place-words.ts'

/** The fields of what a place hands down, each with what comes from above where it stays empty. */
export async function handedGroups(
  words: PlaceWords,
  place: { readonly above: ResolvedValues; readonly named: OfficeView['named']; readonly title: string },
): Promise<PlaceFieldGroup[]> {
  const { t, handedText, fromText } = words
  const facilities = await getTranslations('facilities')
  const field = (name: PlaceKey, kind: PlaceField['kind'], more: Partial<PlaceField> = {}): PlaceField => {
    const value = place.above[name]
    const hint = value
      ? t('region.above', { value: handedText(value.value), from: fromText(value.from, place.named) })
      : t('region.noneAbove')
    return { name, kind, label: t(`column.${name}`), hint, ...more }
  }
  return [
    {
      id: 'handed',
      title: place.title,
      fields: [
        field('phone', 'line'),
        field('announcement', 'three-texts'),
        field('instead', 'three-texts'),
        field('facilities', 'checks', {
          options: HANDED_FACILITIES.map((value) => ({ value, text: facilities(value) })),
        }),
      ],
    },
  ]
}
