import { getTranslations } from 'next-intl/server'

/** For the two people of an appointment: who has seen it, and the way to put something right. */
export async function OwnMatters({ code }: { code: string }) {
  const t = await getTranslations('mine.matters')
  const links = [
    { href: `/appointment/${code}/trail`, text: t('trail') },
    { href: `/appointment/${code}/correction`, text: t('correction') },
  ]
  return (
    <nav aria-label={t('label')} className="no-print mt-6">
      <ul className="flex flex-wrap gap-x-5">
        {links.map((link) => (
          <li key={link.href}>
            <a className="prose-link inline-flex min-h-11 items-center" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
