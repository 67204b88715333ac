import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'

type Act = (form: FormData) => Promise<void>

interface Line {
  readonly word: string
  readonly action: Act
  readonly purpose?: string
}

/** What can be done for the account of somebody. Each says what will happen; each stands on the record. */
export async function StaffActs({
  person,
  actions: { sendLink, disable, enable },
}: {
  person: {
    readonly id: string
    readonly isActivated: boolean
    readonly disabledAt: Date | null
  }
  actions: Readonly<Record<'sendLink' | 'disable' | 'enable', Act>>
}) {
  const t = await getTranslations('staff.member')
  const links: Line[] = person.isActivated
    ? [
        { word: 'resetPassword', action: sendLink, purpose: 'reset-password' },
        { word: 'resetTotp', action: sendLink, purpose: 'reset-totp' },
      ]
    : [{ word: 'inviteAgain', action: sendLink, purpose: 'activate' }]
  const lines: Line[] = person.disabledAt
    ? [{ word: 'enable', action: enable }]
    : [...links, { word: 'disable', action: disable }]
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{t('acts')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {lines.map(({ word, action, purpose }) => (
          <li key={word} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <p className="max-w-[560px] text-small text-ink-soft">{t(`${word}.what`)}</p>
            <form action={action}>
              <input type="hidden" name="id" value={person.id} />
              {purpose ? <input type="hidden" name="purpose" value={purpose} /> : null}
              <Button type="submit" kind="second" wide={false}>
                {t(`${word}.act`)}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
