import { getTranslations } from 'next-intl/server'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

/** The word of each field in `home-visit.json`, below `form`; of whoever asks, as somebody else writes it down. */
const LABELS = {
  officeId: 'office',
  service: 'service',
  reason: 'reason',
  address: 'address',
  'people.0.name': 'name',
  'people.0.phone': 'phone',
  'people.1.name': 'otherName',
  'people.1.phone': 'otherPhone',
  note: 'note',
} as const
const ASKER = { name: 'askerName', phone: 'askerPhone' } as const

/** What is wrong with a wish, for the list above the form: several fields may lack the same, so each is named. */
export async function visitErrors(errors: readonly RefusalDetail[], isForOther = false) {
  const t = await getTranslations('home-visit.form')
  const words = await getTranslations('refusals.field')
  const common = await getTranslations('common')
  return errors.map(({ path, reason }) => {
    const text = words(reason as never)
    const label = Object.entries(LABELS).find(([field]) => field === path)?.[1]
    if (!label) return { field: path, text }
    const own = isForOther && (label === 'name' || label === 'phone') ? ASKER[label] : label
    return { field: path, text: common('errorAt', { where: t(own), text }) }
  })
}
