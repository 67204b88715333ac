import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { countApprovals } from '#lib/approval/count-approvals.ts'
import { pool } from '#lib/db/pool.ts'
import { actsIn } from '#lib/domain/permissions.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { MANAGE_PAGES, type ManagePage } from './manage-pages.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('manage'))('title') }
}

/** Everything by which the service is shaped, as far as somebody's role goes. */
export default async function ManagePages() {
  const { actor, office } = await requirePost()
  const t = await getTranslations('manage')
  const acts = actsIn(actor.grants, office)
  const waiting = acts.includes('see-approvals')
    ? await countApprovals(pool(), { actor, now: new Date() })
    : 0
  const groups = Object.entries<readonly ManagePage[]>(MANAGE_PAGES)
    .map(([group, pages]) => ({ group, pages: pages.filter(({ act }) => acts.includes(act)) }))
    .filter(({ pages }) => pages.length > 0)
  return (
    <DeskWork title={t('title')}>
      <div className="gap-5 md:columns-2 xl:columns-3">
        {groups.map(({ group, pages }) => (
          <section key={group} aria-labelledby={group} className="mb-4 break-inside-avoid">
            <h2 id={group} className="text-body">
              {t(`group.${group}`)}
            </h2>
            <RowLinks
              rows={pages.map(({ href, name }) => ({
                href,
                title: t(`page.${name}.title`),
                hint:
                  name === 'approvals' && waiting > 0 ? (
                    <Tag tone="warn">{t('waiting', { count: waiting })}</Tag>
                  ) : (
                    t(`page.${name}.hint`)
                  ),
              }))}
            />
          </section>
        ))}
      </div>
    </DeskWork>
  )
}
