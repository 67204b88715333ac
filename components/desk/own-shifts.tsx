import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

export interface ShiftLine {
  readonly isThis: boolean
  readonly isLocked: boolean
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  readonly officeName: LocalizedText | null
  readonly window: string | null
}

/** Where somebody is signed in: since when, and when it was last used. */
export async function OwnShifts({ shifts, locale }: { shifts: readonly ShiftLine[]; locale: Locale }) {
  const t = await getTranslations('staff.me')
  return (
    <ul className="divide-y divide-line border-y border-line text-small">
      {shifts.map((shift) => (
        <li key={shift.signedInAt.toISOString()} className="flex flex-wrap items-center gap-x-3 py-2.5">
          <span className="font-semibold">{shift.officeName?.[locale] ?? t('noPost')}</span>
          {shift.window ? <span>{t('window', { window: shift.window })}</span> : null}
          {shift.isThis ? <Tag tone="accent">{t('this')}</Tag> : null}
          {shift.isLocked ? <Tag tone="warn">{t('isLocked')}</Tag> : null}
          <span className="ml-auto text-ink-soft">
            {t('since', {
              since: instantText(locale, shift.signedInAt),
              last: instantText(locale, shift.lastSeenAt),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
