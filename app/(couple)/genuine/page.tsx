import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { TextField } from '#components/ui/field.tsx'
import { judgeGenuine, ownHost } from '#lib/edge/judge-genuine.ts'
import { Answer } from './answer.tsx'

interface Search {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** What was typed by hand is there to be put right; what was scanned is scanned again. */
const WORTH_MENDING = 60

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('genuine'))('title')
  return { title: (await searchParams).v === '' ? common('titleWithError', { title }) : title }
}

/** Where a QR code leads, and where anybody asks whether a voucher, a code or an address is ours. */
export default async function GenuinePage({ searchParams }: Search) {
  const t = await getTranslations('genuine')
  const common = await getTranslations('common')
  const { v } = await searchParams
  const typed = typeof v === 'string' ? v.trim() : undefined
  const empty = typed === '' ? t('empty') : undefined
  const host = ownHost()
  return (
    <CouplePage mood="quiet">
      <ErrorSummary title={common('errorTitle')} errors={empty ? [{ field: 'v', text: empty }] : []} />
      <h1>{t('title')}</h1>
      {typed ? <Answer answer={await judgeGenuine(typed)} /> : null}
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      <form noValidate className="mb-8">
        <TextField
          name="v"
          label={t('field')}
          hint={t('hint')}
          error={empty}
          errorPrefix={common('error')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={600}
          defaultValue={typed && typed.length <= WORTH_MENDING ? typed : ''}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <section className="mb-6">
        <h2>{t('tell.title')}</h2>
        <FactList
          facts={[t('tell.host', { host }), t('tell.free'), t('tell.code'), t('tell.agent'), t('tell.copy')]}
        />
      </section>
      <section>
        <h2>{t('act.title')}</h2>
        <FactList facts={[t('act.lost'), t('act.ask'), t('act.keep')]} />
        <a className="prose-link mt-2 inline-flex min-h-11 items-center" href="/offices">
          {t('act.offices')}
        </a>
      </section>
    </CouplePage>
  )
}
