import { getTranslations } from 'next-intl/server'
import { SmallButton } from '#components/desk/small-button.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { cellText, countOf } from '#lib/domain/numbers-table.ts'
import { dayText } from '#lib/format/dates.ts'
import type { ProblemOfMonth } from '#lib/numbers/list-problems.ts'
import { keepFix } from './actions.ts'
import { problemWords } from './problem-words.ts'

/** One problem a line, with what was done about it, or room to say so. */
export async function ProblemTable({
  problems,
  mayNote,
  at,
  month,
  today,
  locale,
}: {
  problems: readonly ProblemOfMonth[]
  mayNote: boolean
  at: string
  month: string
  today: CalendarDate
  locale: Locale
}) {
  const t = await getTranslations('numbers.problems')
  const say = await problemWords(locale)
  const heads = ['where', 'what', 'count', 'fix'] as const
  return (
    <DataTable caption={t('title')} heads={heads.map((head) => ({ text: t(`head.${head}`) }))}>
      {problems.map((problem) => {
        const { kind, code, fix } = problem
        return (
          <tr key={`${kind} ${code}`} className="border-b border-line align-top keep-together">
            <td className="px-2 py-2 whitespace-nowrap">{t(`kind.${kind}`)}</td>
            <td className="px-2 py-2">{say(problem)}</td>
            <td className="px-2 py-2 tabular-nums">{cellText(countOf(problem.count))}</td>
            <td className="w-1/2 px-2 py-2">
              {fix ? (
                <p className="m-0 whitespace-pre-line">
                  {fix.text} <span className="text-ink-soft">{dayText(locale, fix.fixedOn)}</span>
                </p>
              ) : null}
              {mayNote ? (
                <details className="no-print">
                  <summary className="inline-flex min-h-9 cursor-pointer items-center text-accent-deep">
                    {fix ? t('change') : t('note')}
                  </summary>
                  <form action={keepFix} className="grid max-w-xl gap-2">
                    {Object.entries({ at, month, kind, code }).map(([name, value]) => (
                      <input key={name} type="hidden" name={name} value={value} />
                    ))}
                    <label className="grid gap-1">
                      {t('text')}
                      <textarea
                        name="text"
                        rows={3}
                        maxLength={300}
                        required
                        defaultValue={fix?.text}
                        className="rounded-card border border-line-strong bg-surface px-2 py-1 text-ink"
                      />
                    </label>
                    <div className="flex items-center gap-3">
                      <label className="flex items-center gap-2">
                        {t('fixedOn')}
                        <input
                          type="date"
                          name="fixedOn"
                          max={today}
                          required
                          defaultValue={fix?.fixedOn ?? today}
                          className="min-h-9 rounded-card border border-line-strong bg-surface px-2 text-ink"
                        />
                      </label>
                      <SmallButton isMain>{t('keep')}</SmallButton>
                    </div>
                  </form>
                </details>
              ) : null}
            </td>
          </tr>
        )
      })}
    </DataTable>
  )
}
