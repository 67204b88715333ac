import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Card } from '#components/ui/card.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { sampleLetter } from '#lib/format/sample-letter.ts'
import { listPlacePath } from '#lib/office/list-place-path.ts'
import { listTexts } from '#lib/office/list-texts.ts'
import { PlaceChoice } from '../place-choice.tsx'
import { readPlace } from '../read-place.ts'
import { textTitle, withoutSign } from './text-title.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('title') }
}

/** Every text that a place may word anew: whose words hold, and since when. */
export default async function TextsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-policies')
  const place = readPlace((await searchParams).place, office.id)
  const listed = await listTexts(pool(), { actor, place, now: new Date() })
  if (!listed.ok) forbidden()
  const t = await getTranslations('texts')
  const policies = await getTranslations('policies')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const brand = (await getTranslations('common'))('brand')
  const path = await listPlacePath(pool(), { actor, office })
  const nameOf = (scopeId: string) =>
    path.find((one) => one.scopeId === scopeId)?.name?.[locale] ?? policies('nation')
  const rows = await Promise.all(
    listed.value.rows.map(async (row) => ({
      ...row,
      title: await textTitle(row.name),
      // Several letters share a subject; how they begin tells them apart.
      begins:
        row.name.kind === 'letter' ? withoutSign(brand, sampleLetter(locale, row.name.key).sms) : undefined,
    })),
  )
  return (
    <DeskWork title={t('title')} back={{ href: '/desk/manage', text: manage('back') }}>
      <PlaceChoice path={path} current={place} href="/desk/manage/texts" locale={locale} />
      <p className="mb-4 max-w-[70ch] text-small text-ink-soft">{t('lead')}</p>
      <Card className="px-2 py-1">
        <DataTable
          caption={t('title')}
          heads={[{ text: t('head.text') }, { text: t('head.origin') }, { text: t('head.source') }]}
        >
          {rows.map(({ name: { kind, key }, title, begins, origin, coming }) => (
            <tr key={`${kind} ${key}`} className="border-b border-line last:border-b-0">
              <td className="w-[46%] px-2 py-1">
                <a
                  className="inline-flex min-h-9 items-center font-semibold text-accent-deep underline underline-offset-4"
                  href={`/desk/manage/texts/${kind}/${key}?place=${place.scopeId}`}
                >
                  {title}
                </a>
                {begins ? (
                  <span className="-mt-1.5 block max-w-[38rem] truncate pb-1 text-ink-soft">{begins}</span>
                ) : null}
              </td>
              <td className="px-2 py-1 whitespace-nowrap">
                {origin
                  ? policies('since', {
                      place: nameOf(origin.scopeId),
                      day: dayText(locale, origin.validFrom, 'plain'),
                    })
                  : t(`without.${kind}`)}{' '}
                {coming.length > 0 ? (
                  <Tag tone="accent">{policies('coming', { count: coming.length })}</Tag>
                ) : null}
              </td>
              <td className="px-2 py-1 text-ink-soft">{origin?.source}</td>
            </tr>
          ))}
        </DataTable>
      </Card>
    </DeskWork>
  )
}
