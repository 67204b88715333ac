import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { listOwnWaiting } from '#lib/rush/list-own-waiting.ts'
import type { WaitingView } from '#lib/rush/view-entry.ts'
import { leave } from './actions.ts'
import { WaitingPage } from './waiting-page.tsx'
import { WishList } from './wish-list.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting'))('title') }
}

/** Where somebody stands in line, what happens next, and the way out of it. */
export default async function OwnWaitingPage({
  searchParams,
}: {
  searchParams: Promise<{ joined?: string }>
}) {
  const actor = await requireActor('/waiting')
  const t = await getTranslations('waiting')
  const entries = await listOwnWaiting(pool(), actor, new Date())
  const { joined } = await searchParams
  const [latest] = entries
  return (
    <WaitingPage service={latest?.service}>
      {joined && latest ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('joined.title')}>
            <p>{t('joined.text')}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      {entries.length === 0 ? (
        <>
          <p className="mb-4 text-ink-soft">{t('none')}</p>
          <ButtonLink href="/book/service">{t('book')}</ButtonLink>
        </>
      ) : (
        <div className="grid gap-4">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </div>
      )}
    </WaitingPage>
  )
}

async function Entry({ entry }: { entry: WaitingView }) {
  const t = await getTranslations('waiting')
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const { status, offer } = entry
  const isActive = status === 'waiting' || status === 'offered'
  return (
    <Card className="px-4 py-4">
      <h2>{services(`${entry.service}.neutral`)}</h2>
      <p className="mb-3 text-small text-ink-soft">
        {t(`status.${status === 'offered' && !offer ? 'waiting' : status}`)} ·{' '}
        {t('since', { at: instantText(locale, entry.createdAt) })}
      </p>
      {offer ? (
        <div className="mb-4 grid gap-3">
          <Notice title={t('offered.title')}>
            <p>{t('offered.text', { until: instantText(locale, offer.until) })}</p>
          </Notice>
          <ButtonLink href={`/waiting/offer/${entry.id}`}>{t('offered.link')}</ButtonLink>
        </div>
      ) : null}
      <WishList wishes={isActive ? entry.wishes : entry.wishes.map(({ ahead: _ahead, ...wish }) => wish)} />
      {isActive ? (
        <>
          {offer ? null : <p className="mt-3 text-small text-ink-soft">{t('next.noPromise')}</p>}
          <form action={leave.bind(null, entry.id)} className="mt-4">
            <Button type="submit" kind="second">
              {t('leave.submit')}
            </Button>
          </form>
        </>
      ) : null}
    </Card>
  )
}
