import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { openAgreement } from './actions.ts'

interface Search {
  readonly searchParams: Promise<{
    readonly code?: string
    readonly confirm?: string
    readonly wrong?: string
  }>
}

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('appointment'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** For the one who was asked: the two codes, by hand or by the link. */
export default async function AgreePage({ searchParams }: Search) {
  const { code, confirm, wrong } = await searchParams
  const t = await getTranslations('appointment')
  const common = await getTranslations('common')
  const codeError = wrong === 'code' ? t('agree.codeMissing') : undefined
  const confirmError = wrong === 'confirm' ? t('agree.partnerCodeMissing') : undefined
  const errors = [
    ...(codeError ? [{ field: 'code', text: codeError }] : []),
    ...(confirmError ? [{ field: 'confirm', text: confirmError }] : []),
  ]
  return (
    <CouplePage>
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <h1>{t('agree.title')}</h1>
      <p className="mb-4 text-ink-soft">{t('agree.lead')}</p>
      <form action={openAgreement} noValidate>
        <TextField
          name="code"
          label={t('partner.code')}
          hint={t('lookUp.codeHint')}
          error={codeError}
          errorPrefix={common('error')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wider"
          defaultValue={code ?? ''}
        />
        <TextField
          name="confirm"
          label={t('partner.partnerCode')}
          error={confirmError}
          errorPrefix={common('error')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wider"
          defaultValue={confirm ?? ''}
        />
        <Button type="submit">{t('agree.submit')}</Button>
      </form>
    </CouplePage>
  )
}
