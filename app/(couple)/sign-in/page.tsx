import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInNotes } from '#components/identity/sign-in-notes.tsx'
import { Button } from '#components/ui/button.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { identityOf } from '#lib/domain/actor.ts'
import { maskName } from '#lib/domain/masking.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { identityServiceKind } from '#lib/edge/identity-provider.ts'
import { loadAnswers } from '#lib/edge/journey.ts'
import { readReturnPath } from '#lib/identity/read-return-path.ts'
import { CouplePage } from '../../couple-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.signIn'))('title') }
}

type Query = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const t = await getTranslations('identity')
  const query = await searchParams
  const to = readReturnPath(textOf(query.to))
  const actor = await loadActor()
  const name = actor && identityOf(actor)?.name
  const error = wordOf(query.error)
  const fault = `fault.${wordOf(query.path)}.${wordOf(query.reason)}`
  return (
    <CouplePage mood={await moodOfJourney()}>
      <h1>{t('signIn.title')}</h1>
      <div className="grid gap-5">
        {error ? (
          <Notice
            role="alert"
            tone={error === 'ended' || error === 'cancelled' ? 'plain' : 'stop'}
            title={t(t.has(`signIn.error.${error}`) ? `signIn.error.${error}` : 'signIn.error.failed')}
          >
            {error === 'identity' && t.has(fault) ? <p>{t(fault)}</p> : null}
          </Notice>
        ) : null}
        {name ? (
          <Notice title={t('signIn.already', { name: maskName(name) })}>
            <p>
              <a className="prose-link inline-flex min-h-11 items-center" href={to}>
                {t('signIn.goOn')}
              </a>
            </p>
          </Notice>
        ) : null}
        <p>{t('signIn.why')}</p>
        <FactList facts={[t('signIn.fact.checked'), t('signIn.fact.own'), t('signIn.fact.private')]} />
        <p>
          <a className="prose-link inline-flex min-h-11 items-center" href="#notice-title">
            {t('signIn.noticeLink')}
          </a>
        </p>
        {identityServiceKind() === 'demo' ? (
          <Notice tone="warn" title={t('demo.mark')}>
            <p>{t('demo.beforeSignIn')}</p>
          </Notice>
        ) : null}
        <form method="post" action="/sign-in/start">
          <input type="hidden" name="to" value={to} />
          <Button type="submit">{name ? t('signIn.other') : t('signIn.button')}</Button>
        </form>
        <SignInNotes />
      </div>
    </CouplePage>
  )
}

/** In the middle of a quiet journey the way in is quiet too, with the way out at hand. */
async function moodOfJourney(): Promise<'warm' | 'quiet'> {
  const { service } = await loadAnswers()
  return service ? SERVICE_FACTS[service].mood : 'warm'
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

// A word that may be the name of a message, never a path into other messages.
function wordOf(value: string | string[] | undefined): string {
  return /^[a-zA-Z0-9-]{1,40}$/.test(textOf(value)) ? textOf(value) : ''
}
