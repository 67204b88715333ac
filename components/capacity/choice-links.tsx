import { classNames } from '#components/ui/class-names.ts'

/** Ways to look at the same thing, of which one is chosen. */
export function ChoiceLinks({
  label,
  links,
}: {
  label: string
  links: readonly { readonly href: string; readonly text: string; readonly isChosen: boolean }[]
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1.5">
      <span aria-hidden="true" className="text-small text-ink-soft">
        {label}
      </span>
      {links.map(({ href, text, isChosen }) => (
        <a
          key={href}
          href={href}
          aria-current={isChosen ? 'true' : undefined}
          className={classNames(
            'inline-flex min-h-9 items-center rounded-small border px-2.5 text-small whitespace-nowrap no-underline',
            isChosen
              ? 'border-accent bg-accent-tint font-semibold text-accent-deep'
              : 'border-line bg-surface text-ink',
          )}
        >
          {text}
        </a>
      ))}
    </nav>
  )
}
