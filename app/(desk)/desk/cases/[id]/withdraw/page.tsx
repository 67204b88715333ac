import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CheckBox } from '#components/ui/check-box.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { WITHDRAWAL_PAPERS } from '#lib/desk/withdraw-application.ts'
import { readDeskForm } from '#lib/edge/desk-form.ts'
import { ActPage } from '../act-page.tsx'
import { withdraw } from '../actions.ts'
import { loadCase } from '../load-case.ts'
import type { TypedWithdrawal } from '../typed-acts.ts'

interface Address {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.act'))('withdraw-application.name') }
}

/** Which of the two takes the application back, and on which papers. */
export default async function WithdrawPage({ params, searchParams }: Address) {
  const { shown } = await loadCase('withdraw-application', params)
  const t = await getTranslations('cases.withdraw')
  const cases = await getTranslations('cases.case')
  const common = await getTranslations('common')
  const kept = await readDeskForm<TypedWithdrawal>(`withdraw ${shown.found.id}`)
  const isRefused = (await searchParams).refused !== undefined
  const labels = { role: t('who'), document: t('document'), paper: t('paper') }
  return (
    <ActPage
      act="withdraw-application"
      shown={shown}
      kept={kept}
      isRefused={isRefused}
      labels={labels}
      action={withdraw}
    >
      {({ typed, wrong }) => (
        <>
          <RadioCards
            name="role"
            legend={t('who')}
            hint={t('whoHint')}
            error={wrong('role')}
            errorPrefix={common('error')}
            value={typed?.role}
            columns={2}
            options={shown.view.people.map(({ role, name, documentNumber }) => ({
              value: String(role),
              text: name,
              hint: `${cases('person', { role })} ${documentNumber}`,
            }))}
          />
          {wrong('document') ? (
            <p className="mb-1.5 text-small font-semibold text-stop">{wrong('document')}</p>
          ) : null}
          <CheckBox
            name="document"
            label={t('document')}
            hint={t('documentHint')}
            defaultChecked={typed?.hasDocument === true}
          />
          <RadioCards
            name="paper"
            legend={t('paper')}
            error={wrong('paper')}
            errorPrefix={common('error')}
            value={typed?.paper}
            columns={2}
            options={WITHDRAWAL_PAPERS.map((paper) => ({ value: paper, text: t(`papers.${paper}`) }))}
          />
        </>
      )}
    </ActPage>
  )
}
