import { getTranslations } from 'next-intl/server'
import { CaseSteps } from '#components/divorce/case-steps.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import type { ProposedApplication } from '#lib/desk/propose-application.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
import { dayText } from '#lib/format/dates.ts'
import { startClock } from './actions.ts'

/** What will be entered, with every date that follows from it; the button starts the clock of the law. */
export async function ProposedDates({ proposed, locale }: { proposed: ProposedApplication; locale: Locale }) {
  const t = await getTranslations('cases.new')
  const { receiptNumber, acceptedOn, parties, stage, isOnRestDay, deadlines, steps } = proposed
  const warnings = [
    ...(isOnRestDay ? [t('onRestDay')] : []),
    ...(stage === 'deemed-withdrawn' ? [t('isOver')] : []),
    ...(stage === 'cert-window' ? [t('isOpen')] : []),
    ...(deadlines.provisional ? [t('provisional', { year: deadlines.certWindowEnd.slice(0, 4) })] : []),
  ]
  return (
    <Card className="max-w-[60rem] px-6 py-5">
      <p className="mb-4 text-ink-soft">{t('checkLead')}</p>
      {warnings.length > 0 ? (
        <div className="mb-4">
          <Notice tone="warn" title={t('look')}>
            {warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-x-10 md:grid-cols-[18rem_1fr]">
        <SummaryList
          rows={[
            { label: t('receiptNumber'), value: receiptNumber },
            { label: t('acceptedOn'), value: dayText(locale, acceptedOn, 'long') },
            ...parties.map((party, index) => ({
              label: t('person', { role: index + 1 }),
              value: `${maskName(party.name)} ${maskNumber(party.documentNumber)}`,
            })),
          ]}
        />
        <div>
          <h2>{t('dates')}</h2>
          <CaseSteps steps={steps} locale={locale} />
        </div>
      </div>
      <form action={startClock} className="mt-6 flex flex-wrap items-center gap-6">
        <Button type="submit" wide={false}>
          {t('start')}
        </Button>
        <a className="prose-link inline-flex min-h-11 items-center" href="/desk/cases/new">
          {t('change')}
        </a>
      </form>
    </Card>
  )
}
