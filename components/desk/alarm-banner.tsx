import { getTranslations } from 'next-intl/server'
import type { DeskAlarm } from '#lib/domain/desk-alarm.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { clockText } from '#lib/format/dates.ts'
import { SmallButton } from './small-button.tsx'

/** A call for help across the whole screen: from where, by whom, since when, and the button of whoever goes. */
export async function AlarmBanner({
  alarm,
  staffId,
  locale,
  action,
}: {
  alarm: DeskAlarm
  staffId: string
  locale: Locale
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('alarm')
  const where = alarm.window ? t('window', { window: alarm.window }) : t('noWindow')
  const isOwn = alarm.raisedBy === staffId
  if (alarm.answeredAt) {
    return (
      <p role="status" className="border-b border-ok bg-ok-tint px-4 py-2 font-semibold text-ok">
        {alarm.answeredBy === staffId
          ? t('answeredByYou', { where })
          : t('answered', { name: alarm.answerer ?? '', where })}
      </p>
    )
  }
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-y-2 border-stop bg-stop-tint px-4 py-2 text-stop"
    >
      <p className="text-lead font-bold">{t('needed', { where })}</p>
      <p className="tabular-nums">
        {t('since', { name: alarm.raiser, time: clockText(locale, alarm.raisedAt) })}
      </p>
      {isOwn ? <p>{t('told')}</p> : null}
      <form action={action} className="ml-auto" data-unguarded="">
        <input type="hidden" name="alarm" value={alarm.id} />
        <SmallButton isMain={!isOwn}>{t(isOwn ? 'withdraw' : 'go')}</SmallButton>
      </form>
    </div>
  )
}
