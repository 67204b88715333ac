import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { ChainFault } from '#lib/domain/audit-chain.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { instantText } from '#lib/format/dates.ts'

/** How far the record is verified, or that it was changed. */
export async function TrailSeal({
  check,
  locale,
}: {
  check:
    | {
        readonly at: Date
        readonly entries: string
        readonly lastAt: Date | null
        readonly fault: ChainFault | null
        readonly faultAt: string | null
      }
    | undefined
  locale: Locale
}) {
  const t = await getTranslations('audit')
  if (!check) {
    return (
      <Seal title={t('seal.never')} tone="plain">
        {t('seal.neverHint')}
      </Seal>
    )
  }
  const checked = instantText(locale, check.at)
  if (check.fault) {
    const facts = { checked, place: check.faultAt ?? '', fault: t(`fault.${check.fault}`) }
    return (
      <Seal title={t('seal.broken')} tone="stop">
        {t('seal.brokenHint', facts)}
      </Seal>
    )
  }
  return (
    <Seal title={t('seal.ok', { at: instantText(locale, check.lastAt ?? check.at) })} tone="ok">
      {t('seal.okHint', { checked, count: Number(check.entries) })}
    </Seal>
  )
}

function Seal({ title, tone, children }: { title: string; tone: 'plain' | 'ok' | 'stop'; children: string }) {
  return (
    <div className="mb-4">
      <Notice title={title} tone={tone} {...(tone === 'stop' ? { role: 'alert' } : {})}>
        <p className="text-small">{children}</p>
      </Notice>
    </div>
  )
}
