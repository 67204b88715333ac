import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { JourneySearch } from '#app/(couple)/book/step-metadata.ts'
import { SignInAgain } from '#app/(couple)/sign-in-again.tsx'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckBox } from '#components/ui/check-box.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TimeRange } from '#components/ui/time-range.tsx'
import { loadOwnCare } from '#lib/booking/load-own-care.ts'
import { pool } from '#lib/db/pool.ts'
import { CARE_NOTE_LENGTH, type CareInput, readCare } from '#lib/domain/care.ts'
import { isFreshSignIn } from '#lib/domain/contact-change.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { tellDesk } from './actions.ts'

export async function generateMetadata({ searchParams }: JourneySearch): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('safety.care'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** What one of the two asks of the desk, unseen by the other. */
export default async function CarePage({
  params,
  searchParams,
}: JourneySearch & { params: Promise<{ code: string }> }) {
  const { code } = await params
  const page = `/appointment/${code}/care`
  const signedIn = await requireSignedIn(page)
  const now = new Date()
  const told = await loadOwnCare(pool(), { actor: signedIn.actor, code, now })
  if (!told.ok) redirect(`/appointment/${code}`)
  const t = await getTranslations('safety.care')
  const common = await getTranslations('common')
  const refusals = await getTranslations('refusals')
  const contact = await getTranslations('safety.contact')
  const back = { href: `/appointment/${code}`, text: common('back') }
  if (!isFreshSignIn(signedIn.signedInAt, now)) return <SignInAgain to={page} back={back} />
  const { wrong, saved, refused } = await searchParams
  const typed = saved ? undefined : await readTyped<CareInput & { code: string }>('care', signedIn)
  const shown: Partial<CareInput> = (typed?.code === code ? typed : told.value) ?? {}
  const read = wrong && typed ? readCare(typed) : undefined
  const errors = read && 'errors' in read ? read.errors : []
  const wordsFor = (path: string) => {
    const error = errors.find((one) => one.path === path)
    return error && contact(`fault.${error.reason}`)
  }
  return (
    <CouplePage mood="quiet" back={back}>
      <ErrorSummary
        title={common('errorTitle')}
        errors={errors.map(({ path, reason }) => ({ field: path, text: contact(`fault.${reason}`) }))}
      />
      {saved ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('saved')} />
        </div>
      ) : null}
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="stop" role="alert" title={refusals(`${refused}.title`)}>
            <p>{refusals(`${refused}.detail`)}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      <p className="mb-5 text-ink-soft">{t('lead')}</p>
      <form action={tellDesk.bind(null, code)} noValidate>
        <CheckBox
          name="separate"
          label={t('separate')}
          hint={t('separateHint')}
          defaultChecked={shown.separate === true}
        />
        <TimeRange
          legend={contact('call')}
          hint={t('callHint')}
          errorPrefix={common('error')}
          ends={[
            {
              name: 'callFrom',
              label: contact('from'),
              error: wordsFor('callFrom'),
              value: shown.callFrom,
            },
            {
              name: 'callUntil',
              label: contact('until'),
              error: wordsFor('callUntil'),
              value: shown.callUntil,
            },
          ]}
        />
        <TextField
          name="note"
          label={t('note')}
          hint={t('noteHint', { count: CARE_NOTE_LENGTH })}
          error={wordsFor('note')}
          errorPrefix={common('error')}
          autoComplete="off"
          maxLength={CARE_NOTE_LENGTH}
          defaultValue={shown.note ?? ''}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <p className="mt-4 text-small text-ink-soft">{t('after')}</p>
    </CouplePage>
  )
}
