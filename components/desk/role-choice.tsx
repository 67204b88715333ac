import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { needsSecond, type RoleWish } from '#lib/domain/staff-place.ts'

/** Which role, and why where a second person has to agree to one of them. */
export async function RoleChoice({
  label,
  roles,
  error,
  noteError,
}: {
  label: string
  roles: readonly RoleWish[]
  error?: string | undefined
  noteError?: string | undefined
}) {
  const t = await getTranslations('staff.role')
  const words = await getTranslations('accounts.choice')
  const errorPrefix = (await getTranslations('common'))('error')
  const isSeconded = (role: RoleWish) => role === 'nation-admin' || needsSecond(role)
  const nameOf = (role: RoleWish) => (role === 'nation-admin' ? words('nationAdmin') : t(role))
  return (
    <>
      <SelectField
        name="role"
        label={label}
        error={error}
        errorPrefix={errorPrefix}
        options={roles.map((role) => ({
          value: role,
          text: isSeconded(role) ? words('seconded', { role: nameOf(role) }) : nameOf(role),
        }))}
      />
      {roles.some(isSeconded) ? (
        <TextField
          name="note"
          label={words('note')}
          hint={words('noteHint')}
          error={noteError}
          errorPrefix={errorPrefix}
          maxLength={300}
          autoComplete="off"
        />
      ) : null}
    </>
  )
}
