import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { OwnCorrection } from '#lib/booking/find-own-correction.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

/** How a request stands, and what it said. */
export async function CorrectionState({
  correction,
  phone,
  locale,
}: {
  correction: OwnCorrection
  phone: string
  locale: Locale
}) {
  const t = await getTranslations('mine.correction')
  const { text, createdAt, answeredAt, answer } = correction
  const state =
    answeredAt && answer
      ? {
          tone: answer === 'corrected' ? ('ok' as const) : ('plain' as const),
          title: t(`answered.${answer}`),
          text: t('answeredText', { at: instantText(locale, answeredAt), phone }),
        }
      : {
          tone: 'plain' as const,
          title: t('open.title'),
          text: t('open.text', { at: instantText(locale, createdAt), phone }),
        }
  return (
    <Notice tone={state.tone} role="status" title={state.title}>
      <p>{state.text}</p>
      <p className="mt-3 text-small text-ink-soft">{t('said')}</p>
      <p className="break-words whitespace-pre-line">{text}</p>
    </Notice>
  )
}
