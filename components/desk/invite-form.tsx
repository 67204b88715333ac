import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { RoleWish } from '#lib/domain/staff-place.ts'
import { RoleChoice } from './role-choice.tsx'

/** Invites somebody new with one of the roles that may be given here. */
export async function InviteForm({
  action,
  roles,
  fault,
}: {
  action: (form: FormData) => Promise<void>
  roles: readonly RoleWish[]
  fault: { readonly at: string; readonly wrong: string } | undefined
}) {
  const t = await getTranslations('staff')
  const common = await getTranslations('common')
  const word = `invite.fault.${fault?.at}.${fault?.wrong}`
  const error = fault ? t(t.has(word) ? word : 'invite.fault.other') : undefined
  const errorAt = (field: string) => (fault?.at === field ? error : undefined)
  return (
    <section aria-labelledby="invite" className="max-w-[420px]">
      <h2 id="invite">{t('invite.title')}</h2>
      <p className="mb-4 text-small text-ink-soft">{t('invite.lead')}</p>
      <ErrorSummary
        title={common('errorTitle')}
        errors={error ? [{ field: fault?.at ?? 'username', text: error }] : []}
      />
      <form action={action} noValidate>
        <TextField
          name="name"
          label={t('people.name')}
          error={errorAt('name')}
          errorPrefix={common('error')}
          autoComplete="off"
        />
        <TextField
          name="username"
          label={t('people.username')}
          hint={t('invite.usernameHint')}
          error={errorAt('username')}
          errorPrefix={common('error')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <RoleChoice
          label={t('people.roles')}
          roles={roles}
          error={errorAt('role')}
          noteError={errorAt('note')}
        />
        <Button type="submit" wide={false}>
          {t('invite.submit')}
        </Button>
      </form>
    </section>
  )
}
