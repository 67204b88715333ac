import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { extendHold } from '#app/(couple)/book/time/actions.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { HoldNotice } from '#components/booking/hold-notice.tsx'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import type { HeldTime } from '#lib/edge/held-time.ts'
import { clockText, dayText } from '#lib/format/dates.ts'

/** The frame of one question: mood of the service, way back, what is being booked, and how long the seat is kept. */
export async function JourneyPage({
  answers,
  back,
  held,
  kicker,
  children,
}: {
  answers: JourneyAnswers
  back: { href: string; text: string }
  held?: HeldTime | undefined
  /** What has been chosen so far, above the question. */
  kicker?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations('journey')
  const mood = answers.service ? SERVICE_FACTS[answers.service].mood : 'warm'
  const speak = await speakingLocale()
  return (
    <CouplePage mood={mood} back={back}>
      {held?.hold ? (
        <HoldNotice
          text={t('hold.until', {
            date: dayText(speak, held.date),
            start: held.startTime,
            time: clockText(speak, held.hold.expiresAt),
          })}
          more={held.hold.canExtend ? t('hold.more', { minutes: held.hold.minutes }) : undefined}
          noMore={t('hold.noMore')}
          soon={t('hold.soon', { minutes: held.hold.minutes })}
          expiresAt={held.hold.expiresAt.getTime()}
          extend={extendHold}
        />
      ) : null}
      {kicker ? <p className="mb-1 text-small text-ink-soft">{kicker}</p> : null}
      {children}
    </CouplePage>
  )
}
