import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { POLICY_GROUPS, partsOfKey } from '#lib/domain/policy-key.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { policyKeyText, policyValueText } from '#lib/format/policy-text.ts'
import { listPlacePath } from '#lib/office/list-place-path.ts'
import { listPolicies } from '#lib/office/list-policies.ts'
import { PlaceChoice } from '../place-choice.tsx'
import { readPlace } from '../read-place.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies'))('title') }
}

/** Every dated rule as it holds for a place, and where it comes from. */
export default async function PoliciesPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-policies')
  const place = readPlace((await searchParams).place, office.id)
  const listed = await listPolicies(pool(), { actor, place, now: new Date() })
  if (!listed.ok) forbidden()
  const t = await getTranslations('policies')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const path = await listPlacePath(pool(), { actor, office })
  const nameOf = (scopeId: string) =>
    path.find((one) => one.scopeId === scopeId)?.name?.[locale] ?? t('nation')
  const groups = POLICY_GROUPS.map((group) => ({
    group,
    rows: listed.value.rows.filter(({ key }) => partsOfKey(key)?.rules.group === group),
  }))
  return (
    <DeskWork title={t('title')} back={{ href: '/desk/manage', text: manage('back') }}>
      <PlaceChoice path={path} current={place} href="/desk/manage/policies" locale={locale} />
      <p className="mb-4 max-w-[70ch] text-small text-ink-soft">{t('lead')}</p>
      <div className="grid gap-4">
        {groups.map(({ group, rows }) => (
          <section key={group} aria-labelledby={group}>
            <h2 id={group} className="text-body">
              {t(`group.${group}`)}
            </h2>
            <Card className="px-2 py-1">
              <DataTable
                caption={t(`group.${group}`)}
                heads={[
                  { text: t('head.rule') },
                  { text: t('head.value') },
                  { text: t('head.origin') },
                  { text: t('head.source') },
                ]}
              >
                {rows.map(({ key, value, origin, coming }) => (
                  <tr key={key} className="border-b border-line last:border-b-0">
                    <td className="w-[30%] px-2 py-1">
                      <a
                        className="inline-flex min-h-9 items-center font-semibold text-accent-deep underline underline-offset-4"
                        href={`/desk/manage/policies/${key}?place=${place.scopeId}`}
                      >
                        {policyKeyText(locale, key)}
                      </a>
                    </td>
                    <td className="w-[16%] px-2 py-1 whitespace-nowrap">
                      {policyValueText(locale, key, value)}{' '}
                      {coming.length > 0 ? (
                        <Tag tone="accent">{t('coming', { count: coming.length })}</Tag>
                      ) : null}
                    </td>
                    <td className="w-[20%] px-2 py-1 whitespace-nowrap">
                      {origin
                        ? t('since', {
                            place: nameOf(origin.scopeId),
                            day: dayText(locale, origin.validFrom, 'plain'),
                          })
                        : t('byDefault')}
                    </td>
                    <td className="px-2 py-1 text-ink-soft">{origin?.source}</td>
                  </tr>
                ))}
              </DataTable>
            </Card>
          </section>
        ))}
      </div>
    </DeskWork>
  )
}
