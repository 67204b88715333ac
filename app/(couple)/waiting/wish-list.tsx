import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { WaitingWish } from '#lib/domain/waiting.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { daysText } from './days-text.ts'

/** Where and on which days; with the number of couples ahead where that is known. */
export async function WishList({
  wishes,
}: {
  wishes: readonly (WaitingWish & { readonly ahead?: number })[]
}) {
  const t = await getTranslations('waiting')
  const locale = await speakingLocale()
  const offices = await Promise.all(wishes.map((wish) => getOffice(wish.officeId)))
  return (
    <ul className="grid gap-2">
      {wishes.map((wish, index) => (
        <li key={wish.officeId}>
          <span className="block font-semibold">{offices[index]?.name[locale]}</span>
          <span className="block text-small font-normal break-keep tabular-nums">
            {daysText(locale, wish)}
          </span>
          {wish.ahead === undefined ? null : (
            <span className="block text-small text-ink-soft">{t('ahead', { count: wish.ahead })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
