import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CouplePage } from '#app/couple-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'

/** The frame of the pages about standing in line: the mood of the service, and what was refused. */
export async function WaitingPage({
  service,
  back,
  refused,
  children,
}: {
  service?: Service | undefined
  back?: { href: string; text: string }
  refused?: { readonly refused?: string; readonly detail?: string; readonly earliest?: string }
  children: ReactNode
}) {
  const mood = service ? SERVICE_FACTS[service].mood : 'warm'
  return (
    <CouplePage mood={mood} back={back}>
      {refused?.refused ? <Refused {...refused} refused={refused.refused} /> : null}
      {children}
    </CouplePage>
  )
}

async function Refused({
  refused,
  detail,
  earliest = '',
}: {
  refused: string
  detail?: string
  earliest?: string
}) {
  if (!isRefusalReason(refused)) return null
  const t = await getTranslations('waiting')
  const refusals = await getTranslations('refusals')
  const isAlreadyWaiting = detail === 'already-waiting'
  return (
    <div className="mb-5">
      <Notice
        tone="stop"
        role="alert"
        title={isAlreadyWaiting ? t('alreadyWaiting.title') : refusals(`${refused}.title`)}
      >
        <p>
          {isAlreadyWaiting
            ? t('alreadyWaiting.text')
            : detail
              ? refusals(`field.${detail}`, { earliestOn: earliest })
              : refusals(`${refused}.detail`)}
        </p>
      </Notice>
    </div>
  )
}
