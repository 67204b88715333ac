import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { FRESH_SIGN_IN_MINUTES } from '#lib/domain/contact-change.ts'

/** Before what only one person may see: somebody else may have picked up a phone that is signed in. */
export async function SignInAgain({ to, back }: { to: string; back: { href: string; text: string } }) {
  const t = await getTranslations('safety.again')
  return (
    <CouplePage mood="quiet" back={back}>
      <h1>{t('title')}</h1>
      <p className="mb-5">{t('why', { minutes: FRESH_SIGN_IN_MINUTES })}</p>
      <form method="post" action="/sign-in/start">
        <input type="hidden" name="to" value={to} />
        <Button type="submit">{t('button')}</Button>
      </form>
    </CouplePage>
  )
}
