import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { JourneySearch } from '#app/(couple)/book/step-metadata.ts'
import { SignInAgain } from '#app/(couple)/sign-in-again.tsx'
import { CouplePage } from '#app/couple-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { CheckBox } from '#components/ui/check-box.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { TimeRange } from '#components/ui/time-range.tsx'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { USUAL_QUIET } from '#lib/domain/contact.ts'
import { type ContactInput, isFreshSignIn, readContact } from '#lib/domain/contact-change.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { findOwnContact } from '#lib/identity/find-own-contact.ts'
import { changeContact } from './actions.ts'

// A WeChat address comes from a mini-program, nobody can type it; it is offered to those who have one.
const TYPED_MEDIA = ['sms', 'email'] as const

export async function generateMetadata({ searchParams }: JourneySearch): Promise<Metadata> {
  const common = await getTranslations('common')
  const title = (await getTranslations('safety.contact'))('title')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}

/** How this person wants to be reached; nobody else sees it, the other of the two least of all. */
export default async function ContactPage({ searchParams }: JourneySearch) {
  const signedIn = await requireSignedIn('/contact')
  const t = await getTranslations('safety.contact')
  const common = await getTranslations('common')
  const refusals = await getTranslations('refusals')
  const back = { href: '/appointment', text: t('back') }
  if (!isFreshSignIn(signedIn.signedInAt, new Date())) return <SignInAgain to="/contact" back={back} />
  const { wrong, saved, refused } = await searchParams
  const kept = await findOwnContact(pool(), signedIn.actor)
  const typed = saved ? undefined : await readTyped<ContactInput>('contact', signedIn)
  const phone = identityOf(signedIn.actor)?.phone ?? ''
  const shown = typed ?? kept ?? { medium: 'sms', address: phone, ...USUAL_QUIET, safe: false }
  const read = wrong && typed ? readContact(typed) : undefined
  const errors = read && 'errors' in read ? read.errors : []
  const wordsFor = (path: string) => {
    const error = errors.find((one) => one.path === path)
    return error && t(`fault.${error.reason}`)
  }
  const media = kept?.medium === 'wechat' ? [...TYPED_MEDIA, 'wechat' as const] : TYPED_MEDIA
  const time = (name: 'quietFrom' | 'quietUntil' | 'callFrom' | 'callUntil') => ({
    name,
    label: t(name.endsWith('From') ? 'from' : 'until'),
    error: wordsFor(name),
    value: shown[name],
  })
  return (
    <CouplePage mood="quiet" back={back}>
      <ErrorSummary
        title={common('errorTitle')}
        errors={errors.map(({ path, reason }) => ({ field: path, text: t(`fault.${reason}`) }))}
      />
      {saved ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('saved')} />
        </div>
      ) : null}
      {refused === 'rate-limited' ? (
        <div className="mb-5">
          <Notice tone="stop" role="alert" title={refusals('rate-limited.title')}>
            <p>{refusals('rate-limited.detail')}</p>
          </Notice>
        </div>
      ) : null}
      {kept?.dead ? (
        <div className="mb-5">
          <Notice tone="warn" title={t('dead')} />
        </div>
      ) : null}
      <h1>{t('title')}</h1>
      <p className="mb-5 text-ink-soft">{t('lead')}</p>
      <form action={changeContact} noValidate>
        <RadioCards
          name="medium"
          legend={t('medium')}
          errorPrefix={common('error')}
          value={shown.medium}
          options={media.map((medium) => ({
            value: medium,
            text: t(`media.${medium}`),
            hint: t(`mediaHint.${medium}`),
          }))}
        />
        <TextField
          name="address"
          label={t('address')}
          hint={t('addressHint')}
          error={wordsFor('address')}
          errorPrefix={common('error')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          defaultValue={shown.address}
        />
        <CheckBox name="safe" label={t('safe')} hint={t('safeHint')} defaultChecked={shown.safe === true} />
        <TimeRange
          legend={t('quiet')}
          hint={t('quietHint')}
          errorPrefix={common('error')}
          ends={[time('quietFrom'), time('quietUntil')]}
        />
        <TimeRange
          legend={t('call')}
          hint={t('callHint')}
          errorPrefix={common('error')}
          ends={[time('callFrom'), time('callUntil')]}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
      <p className="mt-4 text-small text-ink-soft">{t('after')}</p>
    </CouplePage>
  )
}
