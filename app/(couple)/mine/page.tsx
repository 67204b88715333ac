import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findEnders } from '#lib/booking/find-enders.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { pool } from '#lib/db/pool.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { loadRetention } from '#lib/edge/retention.ts'
import { forgetUnsent } from './actions.ts'
import { OwnAppointments } from './own-appointments.tsx'
import { OwnQuestions } from './own-questions.tsx'
import { OwnWaiting } from './own-waiting.tsx'
import { ProgressLink } from './progress-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mine'))('title') }
}

/** All appointments of the one who is signed in, and what they can do about the data we keep of them. */
export default async function MinePage({
  searchParams,
}: {
  searchParams: Promise<{ readonly forgot?: string; readonly limit?: string }>
}) {
  const actor = await requireActor('/mine')
  const now = new Date()
  const appointments = await listOwnAppointments(pool(), actor, now)
  const enders = await findEnders(pool(), actor, appointments)
  const { forgot, limit } = await searchParams
  const t = await getTranslations('mine')
  return (
    <CouplePage>
      {limit ? (
        <div className="mb-5">
          <Notice tone="warn" role="alert" title={t('data.tooMany')} />
        </div>
      ) : null}
      {forgot ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('draft.done')} />
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      <OwnQuestions appointments={appointments} now={now} />
      <ProgressLink />
      <OwnAppointments appointments={appointments} enders={enders} now={now} />
      <OwnWaiting actor={actor} now={now} />
      <div className="mt-4">
        <ButtonLink kind="quiet" href="/appointment">
          {t('byCode')}
        </ButtonLink>
      </div>
      <section className="mt-8">
        <h2>{t('data.title')}</h2>
        <p>{t('data.lead')}</p>
        <p className="mb-3 text-small text-ink-soft">{t('data.note')}</p>
        <form method="post" action="/mine/data">
          <Button kind="second" type="submit">
            {t('data.submit')}
          </Button>
        </form>
      </section>
      <section className="mt-8">
        <h2>{t('kept.title')}</h2>
        <p>{t('kept.text', { days: loadRetention().days })}</p>
        <p>
          <a className="prose-link inline-flex min-h-11 items-center" href="/privacy">
            {t('kept.more')}
          </a>
        </p>
      </section>
      <section className="mt-6">
        <h2>{t('draft.title')}</h2>
        <p className="mb-3">{t('draft.text')}</p>
        <form action={forgetUnsent}>
          <Button kind="second" type="submit">
            {t('draft.submit')}
          </Button>
        </form>
      </section>
      <section className="mt-8">
        <h2>{t('everywhere.title')}</h2>
        <p className="mb-3">{t('everywhere.text')}</p>
        <form method="post" action="/mine/sign-out">
          <Button kind="second" type="submit">
            {t('everywhere.submit')}
          </Button>
        </form>
      </section>
    </CouplePage>
  )
}
