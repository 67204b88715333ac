import { getTranslations } from 'next-intl/server'
import { IdleNotice } from '#components/identity/idle-notice.tsx'
import { identityOf } from '#lib/domain/actor.ts'
import { maskName } from '#lib/domain/masking.ts'
import { loadSignedIn } from '#lib/edge/actor.ts'

/** Who is signed in, the way out, and the notice before the session ends. Nothing for those who are not signed in. */
export async function SessionBar() {
  const signedIn = await loadSignedIn()
  if (!signedIn) return null
  const common = await getTranslations('common')
  const t = await getTranslations('identity.idle')
  const name = maskName(identityOf(signedIn.actor)?.name ?? '')
  return (
    <section aria-label={t('label')}>
      <div className="no-print mx-auto flex w-full max-w-[640px] items-center gap-3 px-5 text-small text-ink-soft">
        <span className="min-w-0 flex-1">{common('signedInAs', { name })}</span>
        <form method="post" action="/sign-out">
          <button type="submit" className="min-h-11 cursor-pointer underline underline-offset-4">
            {common('signOut')}
          </button>
        </form>
      </div>
      <IdleNotice
        seconds={signedIn.secondsLeft}
        texts={{
          twoMinutes: t('twoMinutes'),
          oneMinute: t('oneMinute'),
          ended: t('ended'),
          stay: t('stay'),
          signIn: t('signIn'),
        }}
      />
    </section>
  )
}
