import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { PocketPage } from '../pocket-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appointment'))('title') }
}

/** Where removing leads; the worker has emptied its cache and ended itself before it shows this. */
export default async function RemovedPage() {
  const t = await getTranslations('voucher.removed')
  return (
    <PocketPage>
      <h1>{t('title')}</h1>
      <p className="mb-5">{t('text')}</p>
      <ButtonLink kind="second" href="/appointment">
        {t('lookUp')}
      </ButtonLink>
    </PocketPage>
  )
}
