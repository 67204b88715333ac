import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'

/** Only in a demo: everybody who works here, each a link that fills in the form above. */
export async function DemoAccounts({
  accounts,
  to,
}: {
  accounts: readonly { readonly username: string; readonly role: string }[]
  to: string
}) {
  const t = await getTranslations('staff')
  return (
    <div className="mt-6">
      <Notice tone="warn" title={t('demo.title')}>
        <p className="mb-2 text-small">{t('demo.lead')}</p>
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold text-accent-deep">
            {t('demo.choose', { count: accounts.length })}
          </summary>
          <ul>
            {accounts.map(({ username, role }) => (
              <li key={username}>
                <a
                  className="prose-link inline-flex min-h-11 items-center gap-2"
                  href={`/desk/sign-in?${new URLSearchParams({ to, account: username })}`}
                >
                  {username}
                  <span className="text-small text-ink-soft">
                    {t.has(`role.${role}`) ? t(`role.${role}`) : role}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      </Notice>
    </div>
  )
}
