import { getTranslations } from 'next-intl/server'
import type { VisitLine } from '#lib/desk/list-home-visits.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'

/** Visits in a list: names masked, where they live only behind each. */
export async function VisitTable({
  title,
  none,
  visits,
  locale,
}: {
  title: string
  none: string
  visits: readonly VisitLine[]
  locale: Locale
}) {
  const t = await getTranslations('home-visit.desk')
  const form = await getTranslations('home-visit.form')
  const head = 'px-2 py-2 font-normal text-ink-soft'
  return (
    <section>
      <h2>{title}</h2>
      {visits.length === 0 ? (
        <p className="text-small text-ink-soft">{none}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-left text-small">
            <thead>
              <tr className="border-b border-line">
                <th className={head}>{t('people')}</th>
                <th className={head}>{t('service')}</th>
                <th className={head}>{t('reason')}</th>
                <th className={head}>{t('when')}</th>
                <th className={head}>{t('clerks')}</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id} className="border-b border-line">
                  <td className="px-2">
                    <a
                      className="prose-link inline-flex min-h-11 items-center font-semibold whitespace-nowrap"
                      href={`/desk/home-visits/${visit.id}`}
                    >
                      {visit.names.join('　')}
                    </a>
                  </td>
                  <td className="px-2">{serviceName(locale, visit.service)}</td>
                  <td className="px-2">{form(`reasons.${visit.reason}`)}</td>
                  <td className="px-2 tabular-nums whitespace-nowrap">
                    {visit.visitOn
                      ? `${dayText(locale, visit.visitOn)} ${visit.startTime}`
                      : t('askedAt', { at: instantText(locale, visit.createdAt) })}
                  </td>
                  <td className="px-2 whitespace-nowrap">{visit.staffNames.join('　') || '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
