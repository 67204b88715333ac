import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'

/** What each of the two settles for herself or himself, in words that tell nobody why. */
export async function OwnWays({ code }: { code?: string }) {
  const t = await getTranslations('safety.ways')
  return (
    <div className="no-print mt-3 flex flex-wrap justify-center gap-x-4">
      <ButtonLink kind="quiet" wide={false} href="/contact">
        {t('contact')}
      </ButtonLink>
      {code ? (
        <ButtonLink kind="quiet" wide={false} href={`/appointment/${code}/care`}>
          {t('care')}
        </ButtonLink>
      ) : null}
    </div>
  )
}
