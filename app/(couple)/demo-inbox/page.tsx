import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { DemoLetters } from '#components/notification/demo-letters.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { maskAddress } from '#lib/domain/masking.ts'
import { isDemo } from '#lib/edge/is-demo.ts'
import { instantText } from '#lib/format/dates.ts'
import { listDemoLetters } from '#lib/identity/list-demo-letters.ts'

const MOST = 40

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters.inbox'))('title') }
}

/** What the demo would have sent, the latest first; addresses are masked, as everybody can look in here. */
export default async function DemoInboxPage({
  searchParams,
}: {
  searchParams: Promise<{ readonly end?: string | string[] }>
}) {
  if (!isDemo()) notFound()
  const t = await getTranslations('letters.inbox')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const asked = (await searchParams).end
  const end = typeof asked === 'string' ? asked.normalize('NFKC').replace(/\D/g, '').slice(-4) : ''
  const letters = await listDemoLetters(pool(), { end, most: MOST })
  return (
    <CouplePage>
      <h1>{t('title')}</h1>
      <Notice tone="warn" title={t('mark')}>
        <p>{t('lead')}</p>
      </Notice>
      <form method="get" className="my-5">
        <TextField
          name="end"
          label={t('filter')}
          hint={t('filterHint')}
          errorPrefix={common('error')}
          autoComplete="off"
          inputMode="numeric"
          maxLength={4}
          className="max-w-40 font-mono tracking-wider"
          defaultValue={end}
        />
        <Button type="submit" kind="second">
          {t('submit')}
        </Button>
        {end ? (
          <p className="mt-2">
            <a className="prose-link inline-flex min-h-11 items-center" href="/demo-inbox">
              {t('all')}
            </a>
          </p>
        ) : null}
      </form>
      {letters.length === 0 ? (
        <p className="text-ink-soft">{t(end ? 'noneFor' : 'none')}</p>
      ) : (
        <DemoLetters
          letters={letters.map(({ id, medium, address, subject, text, createdAt }) => ({
            id,
            medium: t(`media.${medium}`),
            to: t('to', { to: maskAddress(address) }),
            at: instantText(locale, createdAt),
            subject,
            text,
          }))}
        />
      )}
    </CouplePage>
  )
}
