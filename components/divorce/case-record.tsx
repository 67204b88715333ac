import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

/** A step in the life of a case as its record tells it. */
export type CaseRecordStep =
  | {
      readonly kind: 'act'
      readonly at: Date
      readonly act: string
      readonly who: 'staff' | 'system'
      readonly name: string | null
    }
  | {
      readonly kind: 'letter'
      readonly at: Date
      readonly event: string
      readonly role: number
      readonly fate: 'sent' | 'failed' | 'dropped' | 'waiting'
    }

/** What was done about a case and what its two people were told, the latest first. */
export async function CaseRecord({ steps, locale }: { steps: readonly CaseRecordStep[]; locale: Locale }) {
  const t = await getTranslations('cases.record')
  const words = (step: CaseRecordStep): string => {
    if (step.kind === 'letter') {
      const event = t.has(`letter.${step.event}`) ? t(`letter.${step.event}`) : t('letter.other')
      return t(`fate.${step.fate}`, { event, role: step.role })
    }
    const act = t.has(`act.${step.act}`) ? t(`act.${step.act}`) : t('act.other')
    if (step.who === 'system') return t('bySystem', { act })
    return step.name ? t('byStaff', { act, name: step.name }) : act
  }
  return (
    <ol className="grid gap-1 text-small">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a record is never reordered
        <li key={index} className="grid grid-cols-[8.5rem_1fr] gap-2">
          <span className="text-ink-soft tabular-nums">{instantText(locale, step.at)}</span>
          <span>{words(step)}</span>
        </li>
      ))}
    </ol>
  )
}
