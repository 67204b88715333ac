import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { OpenVisit } from '#lib/desk/show-home-visit.ts'

/** Which two go, on which day, at what time. */
export async function PlanForm({
  visit,
  typed,
  action,
  fault,
  isToConfirm,
}: {
  visit: OpenVisit
  /** What was sent and refused. */
  typed: {
    readonly visitOn: string | undefined
    readonly startTime: string | undefined
    readonly staffIds: readonly (string | undefined)[]
  }
  action: (form: FormData) => Promise<void>
  fault: { readonly at: string; readonly text: string } | undefined
  /** Whether a rest day on which the office serves is meant. */
  isToConfirm: boolean
}) {
  const t = await getTranslations('home-visit.desk')
  const common = await getTranslations('common')
  const frame = (name: string) => ({
    name,
    error: fault?.at === name ? fault.text : undefined,
    errorPrefix: common('error'),
  })
  const clerks = [
    { value: '', text: t('choose') },
    ...visit.clerks.map(({ id, name }) => ({ value: id, text: name })),
  ]
  const isHere = fault && ['visitOn', 'startTime', 'staffIds.0', 'staffIds.1'].includes(fault.at)
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t(visit.state === 'planned' ? 'replan' : 'plan')}</h2>
      <p className="mb-3 text-small text-ink-soft">{t('planHint')}</p>
      <ErrorSummary
        title={common('errorTitle')}
        errors={isHere ? [{ field: fault.at, text: fault.text }] : []}
      />
      <form action={action} noValidate>
        <input type="hidden" name="visit" value={visit.id} />
        <input type="hidden" name="version" value={visit.version} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField
            {...frame('visitOn')}
            label={t('day')}
            type="date"
            defaultValue={typed.visitOn ?? visit.visitOn ?? undefined}
          />
          <TextField
            {...frame('startTime')}
            label={t('time')}
            type="time"
            defaultValue={typed.startTime ?? visit.startTime ?? '09:30'}
          />
          {[0, 1].map((index) => (
            <SelectField
              key={index}
              {...frame(`staffIds.${index}`)}
              label={t(index === 0 ? 'clerk1' : 'clerk2')}
              defaultValue={typed.staffIds[index] ?? visit.staffIds[index]}
              options={clerks}
            />
          ))}
        </div>
        {isToConfirm ? (
          <label className="mb-4 flex min-h-11 items-center gap-3">
            <input type="checkbox" name="confirmed" className="size-5" />
            {t('serviceDay')}
          </label>
        ) : null}
        <Button type="submit" wide={false}>
          {t('submitPlan')}
        </Button>
      </form>
    </section>
  )
}
