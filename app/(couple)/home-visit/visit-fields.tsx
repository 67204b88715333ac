import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { HOME_VISIT_NOTE_LENGTH, HOME_VISIT_REASONS, HOME_VISIT_SERVICES } from '#lib/domain/home-visit.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import type { VisitForm } from './visit-form.ts'

/** The questions of a wish for a visit, the same for whoever asks online and for the clerk who writes it down. */
export async function VisitFields({
  typed,
  errors,
  offices,
  isForOther = false,
}: {
  typed: Partial<VisitForm>
  errors: readonly RefusalDetail[]
  /** To choose from; none where the office is known. */
  offices: readonly { readonly value: string; readonly text: string }[]
  /** Written down by a clerk: “you” would be the clerk. */
  isForOther?: boolean
}) {
  const t = await getTranslations('home-visit.form')
  const words = await getTranslations('refusals.field')
  const errorPrefix = (await getTranslations('common'))('error')
  const frame = (name: string) => {
    const error = errors.find(({ path }) => path === name)
    return { name, error: error && words(error.reason as never), errorPrefix }
  }
  return (
    <>
      {offices.length > 0 ? (
        <SelectField
          {...frame('officeId')}
          label={t('office')}
          hint={t('officeHint')}
          defaultValue={typed.officeId}
          options={offices}
        />
      ) : null}
      <RadioCards
        {...frame('service')}
        legend={t('service')}
        value={typed.service}
        options={HOME_VISIT_SERVICES.map((value) => ({ value, text: t(`services.${value}`) }))}
      />
      <RadioCards
        {...frame('reason')}
        legend={t('reason')}
        hint={t('reasonHint')}
        value={typed.reason}
        columns={2}
        options={HOME_VISIT_REASONS.map((value) => ({ value, text: t(`reasons.${value}`) }))}
      />
      <TextField
        {...frame('address')}
        label={t('address')}
        hint={t('addressHint')}
        autoComplete={isForOther ? 'off' : 'street-address'}
        defaultValue={typed.address}
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField
          {...frame('people.0.name')}
          label={t(isForOther ? 'askerName' : 'name')}
          autoComplete={isForOther ? 'off' : 'name'}
          defaultValue={typed.people?.[0]?.name}
        />
        <TextField
          {...frame('people.0.phone')}
          label={t(isForOther ? 'askerPhone' : 'phone')}
          type="tel"
          autoComplete={isForOther ? 'off' : 'tel'}
          defaultValue={typed.people?.[0]?.phone}
        />
        <TextField
          {...frame('people.1.name')}
          label={t('otherName')}
          hint={t('otherHint')}
          autoComplete="off"
          defaultValue={typed.people?.[1]?.name}
        />
        <TextField
          {...frame('people.1.phone')}
          label={t('otherPhone')}
          hint={t('otherPhoneHint')}
          type="tel"
          autoComplete="off"
          defaultValue={typed.people?.[1]?.phone}
        />
      </div>
      <TextArea
        {...frame('note')}
        label={t('note')}
        hint={t('noteHint', { count: HOME_VISIT_NOTE_LENGTH })}
        rows={3}
        defaultValue={typed.note}
      />
    </>
  )
}
