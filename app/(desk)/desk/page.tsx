import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { actsIn } from '#lib/domain/permissions.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { DESK_PAGES } from './desk-pages.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff'))('brand') }
}

/** Where a shift begins: the pages of this person in this office. */
export default async function DeskPage() {
  const { actor, office } = await requirePost()
  const t = await getTranslations('staff')
  const acts = actsIn(actor.grants, office)
  return (
    <DeskSheet title={t('welcome', { name: actor.name })} lead={t('welcomeLead')}>
      <ul className="grid gap-1">
        {DESK_PAGES.filter(({ href, act }) => href !== '/desk' && acts.includes(act)).map(
          ({ href, name }) => (
            <li key={href}>
              <a className="prose-link inline-flex min-h-11 items-center" href={href}>
                {t(`nav.${name}`)}
              </a>
            </li>
          ),
        )}
      </ul>
    </DeskSheet>
  )
}
