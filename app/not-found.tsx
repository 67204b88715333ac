import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export default async function NotFound() {
  const t = await getTranslations('common.notFound')
  return (
    <CouplePage>
      <h1>{t('title')}</h1>
      <p className="mb-5">{t('text')}</p>
      <ButtonLink href="/">{t('home')}</ButtonLink>
    </CouplePage>
  )
}
