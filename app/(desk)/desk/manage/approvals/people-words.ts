import { getTranslations } from 'next-intl/server'
import type { GrantRequest } from '#lib/domain/grant-request.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { NoticeRequest } from '#lib/domain/notice-request.ts'
import { DOWNLOADS, type ExportRequest } from '#lib/domain/people-export.ts'
import { dayText } from '#lib/format/dates.ts'

interface Words {
  readonly title: string
  readonly facts: readonly string[]
  readonly lines: readonly never[]
}

/** A role that is asked for, in words: who, what, and whether they are new. */
export async function grantWords({ name, username, role, staffId }: GrantRequest): Promise<Words> {
  const t = await getTranslations('accounts.request')
  const title = t('title', { name, username, role: (await getTranslations('staff.role'))(role) })
  return { title, facts: [t(staffId ? 'known' : 'new')], lines: [] }
}

/** A list that is asked for, in words: of which days, with what in it, how often. */
export async function exportWords(locale: Locale, { from, until }: ExportRequest): Promise<Words> {
  const t = await getTranslations('exports')
  const title =
    from === until
      ? t('day', { day: dayText(locale, from) })
      : t('days', { from: dayText(locale, from), until: dayText(locale, until) })
  return { title, facts: [t('holds', { count: DOWNLOADS })], lines: [] }
}

/** A notice whose couples are to be cancelled, in words: of which year, how many, by which source, what they are told. */
export async function noticeWords({ notice, couples, reason }: NoticeRequest): Promise<Words> {
  const t = await getTranslations('notice.request')
  const facts = [
    t('source', { source: notice.source }),
    ...(reason ? [t('told', { words: reason['zh-CN'] })] : []),
  ]
  return { title: t('title', { year: notice.year, couples }), facts, lines: [] }
}
