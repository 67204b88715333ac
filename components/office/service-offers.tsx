import { Card } from '#components/ui/card.tsx'

export interface ServiceOffer {
  readonly service: string
  readonly name: string
  readonly guide: string
  /** When it is next free, or how to come without booking. */
  readonly when: string
  readonly book?: { readonly href: string; readonly text: string } | undefined
}

/** What an office does for people in one way (the whole of it, a look at the papers, advice). */
export function ServiceOffers({
  title,
  note,
  offers,
}: {
  title: string
  note: string
  offers: readonly ServiceOffer[]
}) {
  if (offers.length === 0) return null
  return (
    <div className="mb-4">
      <h3>{title}</h3>
      <p className="mb-2 text-small text-ink-soft">{note}</p>
      <Card>
        <ul className="divide-y divide-line px-4">
          {offers.map((offer) => (
            <li key={offer.service} className="flex items-center gap-3 py-2.5">
              <span className="min-w-0 flex-1">
                <a className="prose-link inline-block py-1 font-semibold" href={offer.guide}>
                  {offer.name}
                </a>
                {offer.when ? (
                  <span className="block break-keep text-small text-ink-soft">{offer.when}</span>
                ) : null}
              </span>
              {offer.book ? (
                <a
                  href={offer.book.href}
                  className="inline-flex min-h-11 min-w-16 flex-none items-center justify-center rounded-card border border-line-strong px-4 font-semibold text-accent-deep no-underline"
                >
                  {offer.book.text}
                  <span className="sr-only"> {offer.name}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
