import { getTranslations } from 'next-intl/server'

const POINTS = ['who', 'what', 'purpose', 'recipients', 'keeping', 'rights'] as const

/** What happens to one's data, in short, before it is handed over. Personal Information Protection Law art. 17, 29, 30. */
export async function SignInNotes() {
  const t = await getTranslations('identity.notice')
  return (
    <section aria-labelledby="notice-title">
      <h2 id="notice-title">{t('title')}</h2>
      <dl className="divide-y divide-line">
        {POINTS.map((point) => (
          <div key={point} className="py-2.5">
            <dt className="text-small font-semibold">{t(`${point}.label`)}</dt>
            <dd className="text-small text-ink-soft">{t(`${point}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-ink-soft">{t('otherWays')}</p>
    </section>
  )
}
