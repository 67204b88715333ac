import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import type { StaffGrant } from '#lib/domain/permissions.ts'
import type { RoleWish } from '#lib/domain/staff-place.ts'
import { RoleChoice } from './role-choice.tsx'

type Act = (form: FormData) => Promise<void>

/** The roles of somebody, each with its place; whoever looks after them gives one more or takes one away. */
export async function RoleList({
  person,
  roles,
  add,
  drop,
  noteError,
}: {
  person: {
    readonly id: string
    /** `placeName`: what the place of the role is called. */
    readonly grants: readonly (StaffGrant & { readonly placeName: string })[]
  }
  /** Which may be given here; none by somebody who only looks. */
  roles: readonly RoleWish[]
  add: Act
  drop: Act
  noteError?: string | undefined
}) {
  const t = await getTranslations('staff')
  const mayDrop = roles.length > 0 && person.grants.length > 1
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t('member.roles')}</h2>
      <ul className="mb-3 divide-y divide-line border-y border-line text-small">
        {person.grants.map(({ role, scope, scopeId, placeName }) => (
          <li key={`${role} ${scope} ${scopeId}`} className="flex min-h-11 flex-wrap items-center gap-x-3">
            <span className="font-semibold">{t(`role.${role}`)}</span>
            <span className="text-ink-soft">{t(`member.scope.${scope}`, { name: placeName })}</span>
            {mayDrop ? (
              <form action={drop} className="ml-auto">
                <input type="hidden" name="id" value={person.id} />
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="scope" value={scope} />
                <input type="hidden" name="scopeId" value={scopeId} />
                <button type="submit" className="min-h-11 cursor-pointer text-accent-deep underline">
                  {t('member.drop')}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {roles.length > 0 ? (
        <form action={add} className="max-w-[420px]">
          <input type="hidden" name="id" value={person.id} />
          <RoleChoice label={t('member.addLabel')} roles={roles} noteError={noteError} />
          <Button type="submit" kind="second" wide={false}>
            {t('member.add')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
