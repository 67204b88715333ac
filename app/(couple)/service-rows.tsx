import { getTranslations } from 'next-intl/server'
import { RowLinks } from '#components/ui/row-links.tsx'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'
import { loadEarliest } from './load-earliest.ts'
import { speakingLocale } from './speaking-locale.ts'

/** Services as ways to go on, each with what it takes and its earliest free day. */
export async function ServiceRows({ services }: { services: readonly Service[] }) {
  const t = await getTranslations('home')
  const words = await getTranslations('services')
  const locale = await speakingLocale()
  const earliest = await loadEarliest(new Date())
  return (
    <RowLinks
      rows={services.map((service) => {
        const day = earliest.get(service)
        return {
          href: `/guides/${SERVICE_FACTS[service].slug}`,
          title: words(`${service}.name`),
          hint: (
            <>
              <span className="block break-keep">{words(`${service}.hint`)}</span>
              {day ? (
                <span className="block break-keep">{t('earliest', { date: dayText(locale, day) })}</span>
              ) : null}
            </>
          ),
        }
      })}
    />
  )
}
