import { getLocale, getTranslations } from 'next-intl/server'
import { RegionLinks as Links } from '#components/office/region-links.tsx'
import { isLocale } from '#lib/domain/localized-text.ts'
import { listRegions } from '#lib/office/list-regions.ts'

/** The regions that have offices, as links within this question. */
export async function RegionLinks({ within }: { within: string | undefined }) {
  const t = await getTranslations('journey')
  const named = await getLocale()
  const locale = isLocale(named) ? named : 'zh-CN'
  const regions = await listRegions()
  return (
    <Links
      regions={regions.map((region) => ({ ...region, name: region.name[locale] }))}
      within={within}
      href={(code) => `/book/place?within=${code}`}
      label={t('place.regions')}
      all={t('place.all')}
      count={(count) => t('place.count', { count })}
    />
  )
}
