import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { versionOn } from '#lib/domain/version-line.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { listChecklistVersions } from '#lib/materials/list-checklist-versions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checklists'))('title') }
}

/** What each service asks for: which list is in force, and whether another is coming. */
export default async function ChecklistsPage() {
  const { actor, office } = await requireStaff('see-policies')
  const listed = await listChecklistVersions(pool(), { actor, office })
  if (!listed.ok) forbidden()
  const today = shanghaiToday(new Date())
  const t = await getTranslations('checklists')
  const policies = await getTranslations('policies')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const rows = SERVICES.flatMap((service) => {
    const line = listed.value.versions.filter((one) => one.service === service && !one.isTakenBack)
    const current = versionOn(line, today)
    const coming = line.filter(({ validFrom }) => validFrom > today).length
    if (!current && coming === 0) return []
    const since = current ? t('since', { day: dayText(locale, current.validFrom, 'plain') }) : t('none')
    return [
      {
        href: `/desk/manage/checklists/${SERVICE_FACTS[service].slug}`,
        title: serviceName(locale, service),
        hint: coming > 0 ? `${since} · ${policies('coming', { count: coming })}` : since,
      },
    ]
  })
  return (
    <DeskWork title={t('title')} back={{ href: '/desk/manage', text: manage('back') }}>
      <p className="mb-4 max-w-[70ch] text-small text-ink-soft">{t('lead')}</p>
      <div className="max-w-3xl">
        <RowLinks rows={rows} />
      </div>
    </DeskWork>
  )
}
