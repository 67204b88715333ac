import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** We know of no accepted application: what that means, and what to do with a receipt in hand. */
export async function NoCase({ wantsVisit }: { wantsVisit: boolean }) {
  const t = await getTranslations('progress')
  return (
    <>
      {wantsVisit ? (
        <div className="mb-5">
          <Notice tone="warn" title={t('missing')} />
        </div>
      ) : null}
      <p className="mb-5">{t('none')}</p>
      <h2>{t('receipt.title')}</h2>
      <p className="mb-2">{t('receipt.text')}</p>
      <p className="mb-5">{t('receipt.come')}</p>
      <div className="grid gap-3">
        <ButtonLink href="/offices">{t('receipt.phone')}</ButtonLink>
        <ButtonLink kind="second" href="/guides/agreement">
          {t('guide')}
        </ButtonLink>
      </div>
    </>
  )
}
