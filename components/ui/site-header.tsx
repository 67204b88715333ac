export interface Preference {
  readonly name: string
  readonly value: string
  readonly text: string
  readonly lang?: string
}

/** Brand and switches. The switches are a form, so that they work without JavaScript and change nothing by a link. */
export function SiteHeader({
  brand,
  mark,
  home,
  preferences,
  preferencesLabel,
  action,
}: {
  brand: string
  mark: string
  home: string
  preferences: readonly Preference[]
  preferencesLabel: string
  action: string
}) {
  return (
    <div className="no-print mx-auto flex w-full max-w-[640px] flex-wrap items-center gap-x-2.5 px-5 pt-3 pb-2">
      <a href={home} className="inline-flex min-h-11 items-center gap-2.5 no-underline">
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-lg bg-accent font-bold text-on-accent"
        >
          {mark}
        </span>
        <span className="font-bold tracking-widest">{brand}</span>
      </a>
      <form method="post" action={action} aria-label={preferencesLabel} className="ml-auto flex">
        {preferences.map((preference) => (
          <button
            type="submit"
            key={preference.name + preference.value}
            name={preference.name}
            value={preference.value}
            lang={preference.lang}
            className="min-h-11 min-w-11 cursor-pointer px-2 text-small text-ink-soft"
          >
            {preference.text}
          </button>
        ))}
      </form>
    </div>
  )
}
