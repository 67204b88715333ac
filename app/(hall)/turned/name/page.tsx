import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { TypedWalkIn } from '#app/(desk)/desk/walk-in/typed-walk-in.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { requireTurned } from '#lib/edge/turned-screen.ts'
import { tellName } from '../actions.ts'
import { TurnedFrame } from '../turned-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('turned'))('title') }
}

/** Somebody who walked in writes by which name they want to be called; more is not kept of them. */
export default async function TurnedNamePage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { form } = await requireTurned<TypedWalkIn>('walk-in')
  const { done } = await searchParams
  const t = await getTranslations('turned')
  const common = await getTranslations('common')
  if (done)
    return (
      <TurnedFrame title={t('done.title')} lead={t('done.lead')}>
        <ButtonLink href="/desk/walk-in">{t('done.back')}</ButtonLink>
        <p className="mt-3 text-small text-ink-soft">{t('done.code')}</p>
      </TurnedFrame>
    )
  return (
    <TurnedFrame title={t('name.title')} lead={t('name.lead')}>
      <form action={tellName}>
        <TextField
          name="name"
          label={t('name.field')}
          errorPrefix={common('error')}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          defaultValue={form.name}
        />
        <SelectField
          name="language"
          label={t('name.language')}
          errorPrefix={common('error')}
          defaultValue={form.language}
          options={LOCALES.map((value) => ({ value, text: common(`languages.${value}`) }))}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </TurnedFrame>
  )
}
