import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WaitingPage } from '#app/(couple)/waiting/waiting-page.tsx'
import { WishList } from '#app/(couple)/waiting/wish-list.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { pool } from '#lib/db/pool.ts'
import { findLeavingEntry } from '#lib/rush/find-leaving-entry.ts'
import { leaveByLink } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting'))('title'), robots: { index: false } }
}

/** The link in a message, without signing in: looking at it changes nothing, one press leaves. */
export default async function LeavePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('waiting.leave')
  const entry = await findLeavingEntry(pool(), token, new Date())
  if (!entry)
    return (
      <WaitingPage>
        <h1>{t('unknownTitle')}</h1>
        <p className="mb-5">{t('unknown')}</p>
        <ButtonLink href="/waiting">{t('own')}</ButtonLink>
      </WaitingPage>
    )
  const isActive = entry.status === 'waiting' || entry.status === 'offered'
  return (
    <WaitingPage service={entry.service}>
      <h1>{isActive ? t('title') : t('doneTitle')}</h1>
      <p className="mb-4 text-ink-soft">{isActive ? t('lead') : t('done')}</p>
      <Card className="mb-5 px-4 py-4">
        <WishList wishes={entry.wishes.map(({ ahead: _ahead, ...wish }) => wish)} />
      </Card>
      {isActive ? (
        <form action={leaveByLink.bind(null, token)}>
          <Button type="submit">{t('submit')}</Button>
        </form>
      ) : (
        <ButtonLink kind="second" href="/book/service">
          {t('book')}
        </ButtonLink>
      )}
    </WaitingPage>
  )
}
