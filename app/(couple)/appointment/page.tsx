import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnWays } from '#app/(couple)/appointment/own-ways.tsx'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { loadActor } from '#lib/edge/actor.ts'
import { lookUp } from './actions.ts'

interface Search {
  readonly searchParams: Promise<{ readonly wrong?: string; readonly code?: string }>
}

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('appointment.lookUp'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** Finds an appointment: one's own after signing in, or any by its code and the last four of a document. */
export default async function LookUpPage({ searchParams }: Search) {
  const t = await getTranslations('appointment.lookUp')
  const common = await getTranslations('common')
  const { wrong, code } = await searchParams
  const actor = await loadActor()
  const error = wrong === 'limit' ? t('tooMany') : wrong ? t('notFound') : undefined
  return (
    <CouplePage>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'code', text: error }] : []} />
      <h1>{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      <form action={lookUp} className="mb-6" noValidate>
        <TextField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          errorPrefix={common('error')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wider"
          defaultValue={code ?? ''}
        />
        <TextField
          name="lastFour"
          label={t('lastFour')}
          hint={t('lastFourHint')}
          errorPrefix={common('error')}
          autoComplete="off"
          maxLength={4}
          className="max-w-40 font-mono tracking-wider"
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <div className="grid gap-3">
        <ButtonLink kind="second" href={actor ? '/mine' : '/sign-in?to=/mine'}>
          {t(actor ? 'ownTitle' : 'own')}
        </ButtonLink>
        <ButtonLink kind="quiet" href="/agree">
          {t('agree')}
        </ButtonLink>
      </div>
      {actor ? <OwnWays /> : null}
    </CouplePage>
  )
}
