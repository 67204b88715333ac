import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceTree } from '#components/office/place-tree.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { browsePlaces } from '#lib/office/browse-places.ts'
import { loadPlaceWords } from './place-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('title') }
}

/** The tree of regions with its offices, counted, to the depth of one's scope. */
export default async function PlacesPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-places')
  const { in: code, done, founded, edited } = await searchParams
  const now = new Date()
  const browsed = await browsePlaces(pool(), { actor, code, now })
  if (!browsed.ok) return browsed.reason === 'not-found' ? notFound() : forbidden()
  const place = browsed.value
  const { t, locale } = await loadPlaceWords()
  const manage = await getTranslations('manage')
  const { region, mayEdit, mayFound } = place
  const title = region ? region.name[locale] : place.isNation ? t('nation') : t('own')
  const inside = region ? `?in=${region.code}` : ''
  const mayImport = mayFound || mayDo(actor.grants, 'edit-office', office)
  const links = [
    ...(mayFound && region ? [['new', t('act.found')]] : []),
    ...(region || place.isNation ? [['hand-down', t('act.handDown')]] : []),
    ...(mayFound && region?.level !== 'county' ? [['add-region', t('act.addRegion')]] : []),
    ...(mayImport ? [['import', t('act.import')]] : []),
    ['export', t('act.export')],
  ]
  return (
    <DeskWork
      title={title}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={links.map(([path, text]) => (
        <a
          key={path}
          className="prose-link inline-flex min-h-11 items-center text-small"
          href={`/desk/manage/places/${path}${inside}`}
        >
          {text}
        </a>
      ))}
    >
      {done === 'region' ? <Notice tone="ok" role="status" title={t('add.done')} /> : null}
      {done === 'import' ? (
        <Notice
          tone="ok"
          role="status"
          title={t('import.done', { founded: Number(founded) || 0, edited: Number(edited) || 0 })}
        />
      ) : null}
      <PlaceTree place={place} today={shanghaiToday(now)} locale={locale} />
      {mayEdit || !region ? null : <p className="mt-4 text-small text-ink-soft">{t('region.readOnly')}</p>}
    </DeskWork>
  )
}
