import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseSteps } from '#components/divorce/case-steps.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { ActPage } from '../act-page.tsx'
import { correct } from '../actions.ts'
import { loadCase } from '../load-case.ts'
import type { TypedDates } from '../typed-acts.ts'

interface Address {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.act'))('correct-receipt.name') }
}

/** The two last days as they are printed on the paper; what is left empty is computed. */
export default async function CorrectDatesPage({ params, searchParams }: Address) {
  const { shown } = await loadCase('correct-receipt', params)
  const t = await getTranslations('cases.new')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const kept = await readDeskForm<TypedDates>(`dates ${shown.found.id}`)
  const isRefused = (await searchParams).refused !== undefined
  const { printed } = shown.found
  const labels = { coolingOffEnd: t('coolingOffEnd'), certWindowEnd: t('certWindowEnd') }
  return (
    <ActPage
      act="correct-receipt"
      shown={shown}
      kept={kept}
      isRefused={isRefused}
      labels={labels}
      action={correct}
    >
      {({ typed, wrong }) => (
        <>
          <div className="mb-5 border-y border-line py-2">
            <CaseSteps steps={shown.steps} locale={locale} />
          </div>
          {(['coolingOffEnd', 'certWindowEnd'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="date"
              label={t(name)}
              error={wrong(name)}
              errorPrefix={common('error')}
              className="max-w-72"
              defaultValue={typed?.[name] ?? printed?.[name] ?? ''}
            />
          ))}
        </>
      )}
    </ActPage>
  )
}
