'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import type { NoticeState } from '#components/office/notice-form.tsx'
import { workOnNotice } from '#lib/capacity/work-on-notice.ts'
import { pool } from '#lib/db/pool.ts'
import { askNoticeCancel } from '#lib/desk/ask-notice-cancel.ts'
import { importCalendar } from '#lib/desk/import-calendar.ts'
import { previewCalendar } from '#lib/desk/preview-calendar.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { findRequest } from './find-request.ts'
import { noticeFaults } from './notice-faults.ts'
import { previewWords } from './preview-words.ts'
import { decisionOf, readChosen } from './read-decision.ts'

const LONGEST = 20_000

/** Looks at a pasted notice, asks a second person about the couples, or enters the one that was looked at. */
export async function takeNotice(_: NoticeState, form: FormData): Promise<NoticeState> {
  const { actor, office } = await requireStaff('import-calendar')
  const text = (name: string, most: number) => String(form.get(name) ?? '').slice(0, most)
  const now = new Date()
  const chosen = readChosen(form)
  const asked = await findRequest(actor, office.id, text('approvalId', 36), now)
  const typed = {
    ...{ year: text('year', 4), text: text('text', LONGEST), source: text('source', 200), chosen },
    ...(asked ? { approvalId: asked.id } : {}),
  }
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('cases.calendar')
  const year = Number(typed.year)
  if (!Number.isInteger(year) || year < 2021 || year > 2100)
    return { ...typed, errors: [{ field: 'year', text: t('wrongYear') }] }
  const notice = { actor, at: office.id, text: typed.text, year, now }
  const decision = decisionOf(chosen)
  const { source, approvalId } = typed
  switch (form.get('step')) {
    case 'enter': {
      const seen = { picture: text('picture', 64), pictureHash: text('pictureHash', 64) }
      const wish = { ...notice, ...seen, source, decision, ...(approvalId ? { approvalId } : {}) }
      const entered = await importCalendar(pool(), wish)
      if (!entered.ok) return withPicture(entered)
      const { noticeId, changed, moved } = entered.value
      // Ended early, the timed work goes on with it.
      after(() => workOnNotice(pool(), { noticeId, now: new Date() }))
      redirect(`/desk/calendar/notices/${noticeId}?changed=${changed}&moved=${moved}`)
      break
    }
    case 'ask': {
      const { reason } = decision
      const asking = await askNoticeCancel(pool(), { ...notice, source, reason, note: chosen.note ?? '' })
      if (!asking.ok) return withPicture(asking)
      redirect(`/desk/calendar?year=${year}&request=${asking.value.approvalId}`)
      break
    }
    default:
      return withPicture(undefined)
  }

  /** The form with the picture as it is now, and with what was wrong. */
  async function withPicture(refusal: Refusal | undefined): Promise<NoticeState> {
    const words = (wrong: Refusal) =>
      noticeFaults(locale, wrong, typed.text, (line, said) => t('line', { line, words: said }))
    const preview = await previewCalendar(pool(), notice)
    if (!preview.ok) return { ...typed, errors: words(refusal ?? preview) }
    const errors = refusal ? words(refusal) : []
    const approval = asked?.state
    return { ...typed, errors, preview: await previewWords(locale, preview.value, { approval, now }) }
  }
}
