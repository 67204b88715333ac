import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import type { StaffActor } from '#lib/domain/actor.ts'
import { actsIn, type OfficePlace } from '#lib/domain/permissions.ts'
import { deskPages } from './desk-pages.ts'

/** Where a shift begins for those who do not work at a counter: their pages in this office. */
export async function DeskStart({ actor, office }: { actor: StaffActor; office: OfficePlace }) {
  const t = await getTranslations('staff')
  const acts = actsIn(actor.grants, office)
  const pages = deskPages(acts).filter(({ href }) => href !== '/desk')
  return (
    <DeskSheet title={t('welcome', { name: actor.name })} lead={t('welcomeLead')}>
      <ul className="grid gap-1">
        {pages.map(({ href, name }) => (
          <li key={href}>
            <a className="prose-link inline-flex min-h-11 items-center" href={href}>
              {t(`nav.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </DeskSheet>
  )
}
