import { getTranslations } from 'next-intl/server'
import { sayYes } from '#app/(couple)/coming/[token]/actions.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findComing } from '#lib/booking/find-coming.ts'
import { signComing } from '#lib/booking/sign-coming.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'

/** The question of the message once more, for one of the two who is signed in; nothing where nobody has asked. */
export async function StillComing({ appointment }: { appointment: AppointmentView }) {
  const { code, role, slotId, status } = appointment
  if (status !== 'confirmed' || role === undefined) return null
  const token = signComing({ code, role, slotId })
  const state = (await findComing(pool(), token, new Date()))?.state
  if (state !== 'asked' && state !== 'yes') return null
  const t = await getTranslations('coming')
  return (
    <div className="no-print mb-5">
      <Notice title={state === 'asked' ? t('own.title') : t('own.said')}>
        {state === 'asked' ? (
          <div className="mt-3 grid gap-2.5 sm:grid-cols-2">
            <form action={sayYes.bind(null, token)}>
              <Button type="submit">{t('question.yes')}</Button>
            </form>
            <ButtonLink kind="second" href={`/coming/${token}?no=1`}>
              {t('question.no')}
            </ButtonLink>
          </div>
        ) : (
          <a className="prose-link" href={`/coming/${token}?no=1`}>
            {t('yes.changed')}
          </a>
        )}
      </Notice>
    </div>
  )
}
