import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'

/** The two codes and the link for the partner, and a way to void a code that went astray. */
export function HandOn({
  title,
  lead,
  codes,
  linkLabel,
  link,
  note,
  renewText,
  renew,
}: {
  title: string
  lead: string
  codes: readonly { readonly label: string; readonly value: string }[]
  linkLabel: string
  link: string
  note: string
  renewText: string
  renew: () => Promise<void>
}) {
  return (
    <section className="no-print mt-6">
      <h2>{title}</h2>
      <p className="mb-3 text-ink-soft">{lead}</p>
      <Card className="px-5 py-4">
        <dl className="mb-3 flex flex-wrap gap-x-8 gap-y-2">
          {codes.map((code) => (
            <div key={code.label}>
              <dt className="text-small text-ink-soft">{code.label}</dt>
              <dd className="font-mono text-lead font-bold tracking-wider tabular-nums">{code.value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-small text-ink-soft">{linkLabel}</p>
        <p className="mb-3 text-small break-all select-all">{link}</p>
        <p className="text-small text-ink-soft">{note}</p>
        <form action={renew}>
          <Button type="submit" kind="quiet" wide={false} className="px-0">
            {renewText}
          </Button>
        </form>
      </Card>
    </section>
  )
}
