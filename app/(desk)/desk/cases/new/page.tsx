import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PersonFieldset } from '#components/divorce/person-fieldset.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { pool } from '#lib/db/pool.ts'
import { proposeApplication, type TypedApplication } from '#lib/desk/propose-application.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { refusalLines } from '../refusal-lines.ts'
import { checkApplication } from './actions.ts'
import { ProposedDates } from './proposed-dates.tsx'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.new'))('title') }
}

/** An application that the desk has accepted: what stands on the papers, then every date that follows, then the clock runs. */
export default async function NewCasePage({ searchParams }: { searchParams: Search }) {
  const { actor, office } = await requireStaff('accept-application')
  const search = await searchParams
  const t = await getTranslations('cases.new')
  const cases = await getTranslations('cases')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const kept = search.fresh ? undefined : await readDeskForm<TypedApplication>('application')
  const typed = kept?.typed
  const application = typed && { ...typed, officeId: office.id }
  const proposed =
    search.check && application ? await proposeApplication(pool(), { actor, application, now }) : undefined
  const back = { href: '/desk/cases', text: cases('title') }
  if (proposed?.ok && !kept?.refusal)
    return (
      <DeskWork title={t('checkTitle')} back={back}>
        <ProposedDates proposed={proposed.value} locale={locale} />
      </DeskWork>
    )
  const refusal = search.check
    ? (kept?.refusal ?? (proposed?.ok === false ? proposed : undefined))
    : undefined
  const errors = refusal ? refusalLines(locale, refusal) : []
  const wrong = (path: string) => errors.find(({ field }) => field === path)?.text
  // Six fields may lack the same: each is told with its name and whose it is.
  const where = (path: string) => {
    const [name = '', index, field] = path.split('.')
    if (field && t.has(field)) return `${t('person', { role: Number(index) + 1 })} ${t(field)}`
    return t.has(name) && name !== 'people' ? t(name) : undefined
  }
  const summary = errors.map(({ field, text }) => {
    const at = where(field)
    return { field, text: at ? t('at', { where: at, text }) : text }
  })
  const text = (name: 'code' | 'receiptNumber' | 'acceptedOn' | 'coolingOffEnd' | 'certWindowEnd') => ({
    name,
    label: t(name),
    error: wrong(name),
    errorPrefix: common('error'),
  })
  const isPrinted = Boolean(typed?.coolingOffEnd || typed?.certWindowEnd)
  return (
    <DeskWork title={t('title')} back={back}>
      <Card className="max-w-[60rem] px-6 py-5">
        <ErrorSummary title={common('errorTitle')} errors={summary} />
        <p className="mb-5 text-ink-soft">{t('lead')}</p>
        <form action={checkApplication} noValidate>
          <div className="grid gap-x-8 md:grid-cols-2">
            <TextField
              {...text('receiptNumber')}
              hint={t('receiptNumberHint')}
              defaultValue={typed?.receiptNumber ?? ''}
              autoComplete="off"
              maxLength={60}
            />
            <TextField
              {...text('acceptedOn')}
              hint={t('acceptedOnHint')}
              type="date"
              defaultValue={typed?.acceptedOn ?? shanghaiToday(now)}
            />
          </div>
          <details
            open={isPrinted || Boolean(wrong('coolingOffEnd') ?? wrong('certWindowEnd'))}
            className="mb-5"
          >
            <summary className="min-h-11 cursor-pointer py-2.5 text-accent-deep">{t('printed')}</summary>
            <p className="mb-2 text-small text-ink-soft">{t('printedHint')}</p>
            <div className="grid gap-x-8 md:grid-cols-2">
              <TextField {...text('coolingOffEnd')} type="date" defaultValue={typed?.coolingOffEnd ?? ''} />
              <TextField {...text('certWindowEnd')} type="date" defaultValue={typed?.certWindowEnd ?? ''} />
            </div>
          </details>
          <TextField
            {...text('code')}
            hint={t('codeHint')}
            defaultValue={typed ? (typed.code ?? '') : (search.code ?? '')}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={20}
            className="max-w-72 font-mono"
          />
          <h2 id="parties" className="border-t border-line pt-4">
            {t('people')}
          </h2>
          <div className="grid gap-x-8 md:grid-cols-2">
            <PersonFieldset index={0} person={typed?.people[0]} wrong={wrong} />
            <PersonFieldset index={1} person={typed?.people[1]} wrong={wrong} />
          </div>
          <Button type="submit" wide={false}>
            {t('check')}
          </Button>
          {typed ? (
            <a className="prose-link ml-6 inline-flex min-h-11 items-center" href="/desk/cases/new?fresh=1">
              {t('fresh')}
            </a>
          ) : null}
        </form>
      </Card>
    </DeskWork>
  )
}
