import { getTranslations } from 'next-intl/server'

/** To the page before and after, where a list has more than one. */
export async function PageLinks({ list, page, pages }: { list: string; page: number; pages: number }) {
  if (pages <= 1) return null
  const t = await getTranslations('cases.list')
  const link = (to: number, text: string) =>
    to >= 1 && to <= pages ? (
      <a
        className="prose-link inline-flex min-h-11 items-center"
        href={`/desk/cases?${new URLSearchParams({ list, page: String(to) })}`}
      >
        {text}
      </a>
    ) : null
  return (
    <nav aria-label={t('pages')} className="mt-3 flex items-center gap-5">
      {link(page - 1, t('before'))}
      <span className="text-small text-ink-soft">{t('page', { page, pages })}</span>
      {link(page + 1, t('after'))}
    </nav>
  )
}
