import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { SlotTime } from '#lib/domain/slot-time.ts'
import { dayText } from '#lib/format/dates.ts'

/** The time that holds and the one that is asked for, one under the other. */
export async function BothTimes({
  now,
  asked,
  locale,
  nowTag,
  askedTag,
}: {
  now: SlotTime
  asked: SlotTime
  locale: Locale
  nowTag?: string
  askedTag?: string
}) {
  const t = await getTranslations('change.times')
  const times = [
    { label: t('now'), time: now, tag: nowTag, tone: 'ok' },
    { label: t('asked'), time: asked, tag: askedTag, tone: 'warn' },
  ] as const
  return (
    <Card className="mb-4 px-4">
      <dl className="divide-y divide-line">
        {times.map(({ label, time, tag, tone }) => (
          <div key={label} className="py-3">
            <dt className="text-small text-ink-soft">{label}</dt>
            <dd className="flex flex-wrap items-center justify-between gap-x-3 font-semibold break-keep tabular-nums">
              <span>
                {dayText(locale, time.date, 'long')} {time.startTime}
              </span>
              {tag ? <Tag tone={tone}>{tag}</Tag> : null}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
