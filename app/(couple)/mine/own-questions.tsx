import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findOwnQuestion } from '#lib/booking/find-own-question.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'
import { isAhead } from '#lib/domain/next-step.ts'
import { dayText } from '#lib/format/dates.ts'

/** What somebody was asked about what is coming up and has not answered: do they still come? */
export async function OwnQuestions({
  appointments,
  now,
}: {
  appointments: readonly AppointmentView[]
  now: Date
}) {
  const t = await getTranslations('coming')
  const locale = await speakingLocale()
  const ahead = appointments.filter((one) => isAhead(one, now))
  const asked = await Promise.all(
    ahead.map(async (one) => ({ ...one, question: await findOwnQuestion(pool(), one, now) })),
  )
  return asked.map(({ id, date, startTime, question }) =>
    question?.state === 'asked' ? (
      <div key={id} className="mt-4">
        <Notice title={t('own.title')}>
          <p className="mb-3 break-keep tabular-nums">
            {dayText(locale, date, 'long')} {startTime}
          </p>
          <ButtonLink href={`/coming/${question.token}`}>{t('own.answer')}</ButtonLink>
        </Notice>
      </div>
    ) : null,
  )
}
