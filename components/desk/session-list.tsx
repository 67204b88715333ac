import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { BrowserFamily } from '#lib/domain/browser-family.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'
import { SmallButton } from './small-button.tsx'

type Act = (form: FormData) => Promise<void>

export interface SessionLine {
  readonly mark: string
  readonly isLocked: boolean
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  readonly browser: BrowserFamily | undefined
  readonly officeName: LocalizedText | null
  readonly window: string | null
}

/** Where somebody is signed in; whoever looks after them ends one of them, or all. */
export async function SessionList({
  staffId,
  sessions,
  actions,
  locale,
}: {
  staffId: string
  sessions: readonly SessionLine[]
  /** None for somebody who only looks. */
  actions: { readonly endOne: Act; readonly endAll: Act } | undefined
  locale: Locale
}) {
  const t = await getTranslations('accounts.sessions')
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('title')}</h2>
      {sessions.length === 0 ? <p className="text-small text-ink-soft">{t('none')}</p> : null}
      <ul className="divide-y divide-line border-line text-small [&:not(:empty)]:border-y">
        {sessions.map(({ mark, isLocked, signedInAt, lastSeenAt, browser, officeName, window }) => (
          <li key={mark} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <span className="font-semibold">{t(`browser.${browser ?? 'unknown'}`)}</span>
            <span>
              {officeName?.[locale] ?? t('noOffice')}
              {window ? ` · ${t('window', { window })}` : ''}
            </span>
            <span className="text-ink-soft">
              {t('since', { since: instantText(locale, signedInAt), last: instantText(locale, lastSeenAt) })}
            </span>
            {isLocked ? <Tag>{t('locked')}</Tag> : null}
            {actions ? (
              <form action={actions.endOne} className="ml-auto">
                <input type="hidden" name="id" value={staffId} />
                <input type="hidden" name="mark" value={mark} />
                <SmallButton>{t('end')}</SmallButton>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {actions && sessions.length > 1 ? (
        <form action={actions.endAll} className="mt-3">
          <input type="hidden" name="id" value={staffId} />
          <Button type="submit" kind="second" wide={false}>
            {t('endAll', { count: sessions.length })}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
