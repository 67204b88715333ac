import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import type { CounterForm } from '../counter-form.ts'
import { Spelled } from '../spelled.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.done'))('title') }
}

/** It is booked: the code to be read out, and what happens by itself now. */
export default async function DonePage() {
  const staff = await requireStaff('book-for-couple')
  const typed = await readTyped<CounterForm>('counter', staff)
  if (!typed?.done) redirect('/desk/book')
  const { code, status, heldUntil, date, start } = typed.done
  const t = await getTranslations('front.done')
  const locale = (await getLocale()) as Locale
  const isAsked = status === 'awaiting-partner'
  const until = heldUntil ? instantText(locale, new Date(heldUntil)) : ''
  return (
    <DeskPane title={t('title')} lead={`${dayText(locale, date, 'long')} ${start}`}>
      <div className="grid gap-5">
        <Notice
          tone={isAsked ? 'warn' : 'ok'}
          role="status"
          title={isAsked ? t('asked', { until }) : t('confirmed')}
        />
        <div>
          <p className="text-small text-ink-soft">{t('code')}</p>
          <p className="text-title font-bold">
            <Spelled text={code} />
          </p>
        </div>
        <FactList facts={isAsked ? [t('letters'), t('agree'), t('lapse')] : [t('letters'), t('bring')]} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/desk/book" wide={false}>
            {t('next')}
          </ButtonLink>
          <ButtonLink href="/desk" kind="second" wide={false}>
            {t('today')}
          </ButtonLink>
        </div>
      </div>
    </DeskPane>
  )
}
