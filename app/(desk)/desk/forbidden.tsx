import { getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

/** What was asked for is not in this person's role here; nothing is wrong with them. */
export default async function NotInRolePage() {
  const t = await getTranslations('staff.notInRole')
  return (
    <DeskSheet title={t('title')}>
      <p className="mb-5">{t('text')}</p>
      <ButtonLink href="/desk">{t('back')}</ButtonLink>
    </DeskSheet>
  )
}
