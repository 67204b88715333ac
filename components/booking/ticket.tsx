import type { ReactNode } from 'react'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { QrDrawing } from './qr-drawing.tsx'

export interface TicketPerson {
  readonly name: string
  readonly tag: string
  readonly agreed: boolean
}

export interface TicketRow {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
}

/** What is shown at the window: the code large, the drawing for the scanner, when, where and who. */
export function Ticket({
  label,
  code,
  note,
  qr,
  qrText,
  rows,
  whoLabel,
  people,
}: {
  label: string
  code: string
  note: string
  /** An SVG drawing made by us; none where there is nothing to show at the window. */
  qr: string | undefined
  qrText: string
  rows: readonly TicketRow[]
  whoLabel: string
  people: readonly TicketPerson[]
}) {
  return (
    <Card className="overflow-hidden">
      <div className="bg-accent px-5 py-4 text-on-accent print:border-b print:bg-white print:text-black">
        <p className="text-small">{label}</p>
        <p className="font-mono text-[min(1.75rem,8vw)] leading-tight font-bold tracking-wide whitespace-nowrap tabular-nums">
          {code}
        </p>
        <p className="text-small">{note}</p>
      </div>
      <div className="grid gap-4 px-5 py-4 sm:grid-cols-[1fr_auto]">
        <dl className="grid gap-2.5">
          {rows.map((row) => (
            <div key={row.label}>
              <dt className="text-small text-ink-soft">{row.label}</dt>
              <dd className="font-semibold">
                {row.value}
                {row.note ? (
                  <span className="block text-small font-normal text-ink-soft">{row.note}</span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        {qr ? <QrDrawing text={qrText} drawing={qr} /> : null}
      </div>
      <div className="border-t border-dashed border-line-strong px-5 py-3.5">
        <h2 className="text-small font-normal text-ink-soft">{whoLabel}</h2>
        <ul className="grid gap-2">
          {people.map((person) => (
            <li key={person.name} className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="whitespace-nowrap">{person.name}</span>
              <Tag tone={person.agreed ? 'ok' : 'warn'}>{person.tag}</Tag>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
