import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { RegionLinks as Links } from '#components/office/region-links.tsx'
import { listRegions } from '#lib/office/list-regions.ts'

/** The regions that have offices, as links within this question. */
export async function RegionLinks({ within }: { within: string | undefined }) {
  const t = await getTranslations('journey')
  const locale = await speakingLocale()
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
