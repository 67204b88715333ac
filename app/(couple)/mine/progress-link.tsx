import { getTranslations } from 'next-intl/server'
import { RowLinks } from '#components/ui/row-links.tsx'
import { loadOwnCase } from '#lib/edge/visit.ts'

/** The way to a matter that runs over two visits, for those who have one; called so that nobody else learns which. */
export async function ProgressLink() {
  if (!(await loadOwnCase())) return null
  const t = await getTranslations('second-visit.mine')
  return (
    <section className="my-5">
      <RowLinks rows={[{ href: '/progress', title: t('title'), hint: t('text') }]} />
    </section>
  )
}
