import { getTranslations } from 'next-intl/server'

/** What a move cannot do: other people, another service or office are another appointment. */
export async function OtherBooking({ code }: { code: string }) {
  const t = await getTranslations('change.other')
  return (
    <details className="mt-5 rounded-card border border-line bg-surface px-4">
      <summary className="flex min-h-12 cursor-pointer items-center py-2 font-semibold text-accent-deep underline underline-offset-4">
        {t('title')}
      </summary>
      <div className="pt-1 pb-3">
        <p>{t('text')}</p>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a className="prose-link inline-flex min-h-11 items-center" href={`/appointment/${code}/cancel`}>
              {t('cancel')}
            </a>
          </li>
          <li>
            <a className="prose-link inline-flex min-h-11 items-center" href="/book/service">
              {t('book')}
            </a>
          </li>
        </ul>
      </div>
    </details>
  )
}
