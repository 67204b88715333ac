import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'

/** Something that can be done about a case: where, or in words why not today. */
export interface CaseActRow {
  readonly act: string
  readonly href: string
  readonly refused: string | undefined
}

/** What can be done about a case today, each with what it means; what cannot is named with its reason. */
export async function CaseActs({ acts }: { acts: readonly CaseActRow[] }) {
  const t = await getTranslations('cases.act')
  return (
    <ul className="grid gap-3">
      {acts.map(({ act, href, refused }) => (
        <li key={act}>
          {refused ? (
            <p
              aria-disabled="true"
              className="rounded-card border border-dashed border-line-strong bg-sunken px-4 py-3 text-ink-soft"
            >
              <span className="block font-semibold">{t(`${act}.name`)}</span>
              <span className="block text-small">{refused}</span>
            </p>
          ) : (
            <>
              <ButtonLink href={href} kind="second">
                {t(`${act}.name`)}
              </ButtonLink>
              <p className="mt-1 text-small text-ink-soft">{t(`${act}.what`)}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
