import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckBox } from '#components/ui/check-box.tsx'
import { TextField } from '#components/ui/field.tsx'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { ActPage } from '../act-page.tsx'
import { issue } from '../actions.ts'
import { loadCase } from '../load-case.ts'
import type { TypedCertificates } from '../typed-acts.ts'

interface Address {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.act'))('issue-certificate.name') }
}

/** The numbers of the two certificates, after each of the two was asked alone. */
export default async function IssuePage({ params, searchParams }: Address) {
  const { shown } = await loadCase('issue-certificate', params)
  const t = await getTranslations('cases.issue')
  const common = await getTranslations('common')
  const kept = await readDeskForm<TypedCertificates>(`issue ${shown.found.id}`)
  const isRefused = (await searchParams).refused !== undefined
  const number = (index: 0 | 1) => t('number', { name: shown.view.people[index]?.name ?? '' })
  const labels = { voluntary: t('voluntary'), 'certificates.0': number(0), 'certificates.1': number(1) }
  return (
    <ActPage
      act="issue-certificate"
      shown={shown}
      kept={kept}
      isRefused={isRefused}
      labels={labels}
      action={issue}
    >
      {({ typed, wrong }) => (
        <>
          {wrong('voluntary') ? (
            <p className="mb-1.5 text-small font-semibold text-stop">{wrong('voluntary')}</p>
          ) : null}
          <CheckBox
            name="voluntary"
            label={t('voluntary')}
            hint={t('voluntaryHint')}
            defaultChecked={typed?.isVoluntary === true}
          />
          {([0, 1] as const).map((index) => (
            <TextField
              key={index}
              name={`certificates.${index}`}
              label={number(index)}
              hint={t('numberHint')}
              error={wrong(`certificates.${index}`)}
              errorPrefix={common('error')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              className="max-w-96 font-mono"
              defaultValue={typed?.certificates[index] ?? ''}
            />
          ))}
        </>
      )}
    </ActPage>
  )
}
