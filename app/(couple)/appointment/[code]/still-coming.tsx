import { getTranslations } from 'next-intl/server'
import { sayYes } from '#app/(couple)/coming/[token]/actions.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OwnQuestion } from '#lib/booking/find-own-question.ts'

/** The question of the message once more, for one of the two who is signed in. */
export async function StillComing({ question: { token, state } }: { question: OwnQuestion }) {
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
