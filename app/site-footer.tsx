import { getTranslations } from 'next-intl/server'
import { isDemo } from '#lib/edge/is-demo.ts'

/** The human channel and the plain truth about who runs this, on every page in the same place. */
export async function SiteFooter() {
  const t = await getTranslations('common.footer')
  const genuine = await getTranslations('genuine')
  const links = [
    { href: '/offices', text: t('offices') },
    { href: '/guides', text: t('guides') },
    { href: '/genuine', text: genuine('link') },
    { href: '/privacy', text: t('privacy') },
    { href: '/safety', text: (await getTranslations('safety.help'))('tab') },
    { href: '/api/v1/docs', text: t('api') },
    ...(isDemo() ? [{ href: '/demo-inbox', text: (await getTranslations('letters.inbox'))('link') }] : []),
  ]
  return (
    <footer className="no-print border-t border-line bg-sunken">
      <div className="mx-auto grid max-w-[640px] gap-2 px-5 py-5 text-small text-ink-soft">
        <p>{t('phoneOrWalkIn')}</p>
        <ul className="flex flex-wrap gap-x-5">
          {links.map((link) => (
            <li key={link.href}>
              <a className="inline-flex min-h-11 items-center underline underline-offset-4" href={link.href}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
        <p>{t('notOfficial')}</p>
      </div>
    </footer>
  )
}
