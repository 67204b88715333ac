import type { DivorceDeadlines } from '#lib/domain/cooling-off.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'

/** One step of the two periods in words: what the day is, from where it moved, and by which articles. */
export function stepText(
  locale: Locale,
  { rule, article, movedBecause }: DivorceDeadlines['explanation'][number],
): { readonly what: string; readonly moved: string | undefined; readonly law: string } {
  const t = translator(locale, 'dates')
  return {
    what: t(`steps.${rule}`),
    moved: movedBecause && t('moved', { from: dayText(locale, movedBecause.from, 'long') }),
    law: t('law', { article: article.split(', ').join(t('comma')) }),
  }
}

/** That the holidays of the year in which it ends are not announced yet; undefined where they are. */
export function provisionalText(
  locale: Locale,
  { provisional, certWindowEnd }: Pick<DivorceDeadlines, 'provisional' | 'certWindowEnd'>,
): string | undefined {
  return provisional
    ? translator(locale, 'dates')('provisional', { year: certWindowEnd.slice(0, 4) })
    : undefined
}
