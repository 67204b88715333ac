'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { NoticeState } from '#components/office/notice-form.tsx'
import { pool } from '#lib/db/pool.ts'
import { importCalendar } from '#lib/desk/import-calendar.ts'
import { previewCalendar } from '#lib/desk/preview-calendar.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { noticeFaults } from './notice-faults.ts'
import { previewWords } from './preview-words.ts'

const LONGEST = 20_000

/** Looks at a pasted notice, or enters the one that was looked at. */
export async function takeNotice(_: NoticeState, form: FormData): Promise<NoticeState> {
  const { actor, office } = await requireStaff('import-calendar')
  const text = (name: string, most: number) => String(form.get(name) ?? '').slice(0, most)
  const typed = { year: text('year', 4), text: text('text', LONGEST), source: text('source', 200) }
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('cases.calendar')
  const year = Number(typed.year)
  if (!Number.isInteger(year) || year < 2021 || year > 2100)
    return { ...typed, errors: [{ field: 'year', text: t('wrongYear') }] }
  const notice = { actor, at: office.id, text: typed.text, year, now: new Date() }
  if (form.get('step') === 'enter') {
    const picture = text('picture', 64)
    const entered = await importCalendar(pool(), { ...notice, source: typed.source, picture })
    if (entered.ok) {
      const { changed, moved } = entered.value
      redirect(`/desk/calendar?year=${year}&changed=${changed}&moved=${moved}`)
    }
    const errors = noticeFaults(locale, entered, typed.text, (line, words) => t('line', { line, words }))
    const again = await previewCalendar(pool(), notice)
    return { ...typed, errors, ...(again.ok ? { preview: await previewWords(locale, again.value) } : {}) }
  }
  const preview = await previewCalendar(pool(), notice)
  if (preview.ok) return { ...typed, errors: [], preview: await previewWords(locale, preview.value) }
  return {
    ...typed,
    errors: noticeFaults(locale, preview, typed.text, (line, words) => t('line', { line, words })),
  }
}
