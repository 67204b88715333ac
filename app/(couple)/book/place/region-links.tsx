import { getLocale, getTranslations } from 'next-intl/server'
import { RowLinks } from '#components/ui/row-links.tsx'
import { isLocale } from '#lib/domain/localized-text.ts'
import { listRegions } from '#lib/office/list-regions.ts'

/** The regions below the one that is shown, as links; above them the way back up. */
export async function RegionLinks({ within }: { within: string | undefined }) {
  const t = await getTranslations('journey')
  const named = await getLocale()
  const locale = isLocale(named) ? named : 'zh-CN'
  const regions = (await listRegions()).filter((region) => region.offices > 0)
  const current = regions.find((region) => region.code === within)
  const path = []
  for (let region = current; region; region = regions.find((one) => one.code === region?.parent))
    path.unshift(region)
  const below = regions.filter((region) => region.parent === current?.code)
  return (
    <section aria-label={t('place.regions')} className="mb-5">
      {path.length > 0 ? (
        <p className="mb-2 flex flex-wrap gap-x-2 text-small">
          {[
            { code: '', text: t('place.all') },
            ...path.map((region) => ({ code: region.code, text: region.name[locale] })),
          ].map((step, index, all) =>
            index === all.length - 1 ? (
              <span key={step.code} className="inline-flex min-h-11 items-center font-semibold">
                {step.text}
              </span>
            ) : (
              <span key={step.code} className="inline-flex items-center gap-2">
                <a
                  className="prose-link inline-flex min-h-11 items-center"
                  href={`/book/place?within=${step.code}`}
                >
                  {step.text}
                </a>
                <span aria-hidden="true">›</span>
              </span>
            ),
          )}
        </p>
      ) : (
        <h2>{t('place.regions')}</h2>
      )}
      {below.length > 0 ? (
        <RowLinks
          rows={below.map((region) => ({
            href: `/book/place?within=${region.code}`,
            title: region.name[locale],
            hint: t('place.count', { count: region.offices }),
          }))}
        />
      ) : null}
    </section>
  )
}
