import { getTranslations } from 'next-intl/server'
import type { SignOutTexts } from './sign-out.tsx'

/** What the way out says, with its own name where it stands. */
export async function leavingTexts(signOut: string): Promise<SignOutTexts> {
  const t = await getTranslations('offline.leave')
  return {
    signOut,
    title: String(t.raw('title')),
    lead: t('lead'),
    stay: t('stay'),
    submit: t('submit'),
  }
}
