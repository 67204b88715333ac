import type { ReactNode } from 'react'
import type { MarkedMonth } from '#lib/domain/deadline-months.ts'
import { MonthPicture, Shape } from './month-picture.tsx'

export interface TimelineWords {
  readonly weekdays: readonly string[]
  readonly legend: {
    readonly accepted: string
    readonly coolingOff: string
    readonly coolingOffEnd: string
    readonly certWindow: string
    readonly firstServiceDay: string
    readonly safe: string
    readonly certWindowEnd: string
    readonly rest: string
  }
}

/** Both periods month by month, with what the signs mean. The table of the page tells the same in words. */
export function CaseTimeline({
  months,
  words,
}: {
  months: readonly { readonly month: MarkedMonth; readonly title: string }[]
  words: TimelineWords
}) {
  const { legend } = words
  return (
    <figure>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {months.map(({ month, title }) => (
          <div key={month.first} className="keep-together">
            <p className="mb-1 font-semibold">{title}</p>
            <MonthPicture month={month} title={title} weekdays={words.weekdays} />
          </div>
        ))}
      </div>
      <figcaption className="mt-4">
        <ul className="grid gap-x-6 gap-y-1.5 text-small sm:grid-cols-2">
          <Sign text={legend.accepted}>
            <Shape mark="accepted" x={14} y={14} />
          </Sign>
          <Sign text={legend.coolingOff}>
            <rect y={3} width={28} height={22} className="fill-line" />
          </Sign>
          <Sign text={legend.coolingOffEnd}>
            <Shape mark="cooling-off-end" x={14} y={14} />
          </Sign>
          <Sign text={legend.certWindow}>
            <rect y={3} width={28} height={22} className="fill-accent-tint" />
            <path d="M0 3h28M0 25h28" className="stroke-accent" strokeWidth={0.75} />
          </Sign>
          <Sign text={legend.firstServiceDay}>
            <Shape mark="first-service-day" x={14} y={14} />
          </Sign>
          <Sign text={legend.safe}>
            <rect y={3} width={28} height={22} className="fill-accent-tint" />
            <rect y={22} width={28} height={3} className="fill-accent" />
          </Sign>
          <Sign text={legend.certWindowEnd}>
            <Shape mark="cert-window-end" x={14} y={14} />
          </Sign>
          <Sign text={legend.rest}>
            <text
              x={14}
              y={19}
              textAnchor="middle"
              textDecoration="line-through"
              className="fill-ink-soft text-[12px]"
            >
              7
            </text>
          </Sign>
        </ul>
      </figcaption>
    </figure>
  )
}

function Sign({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2.5">
      <svg viewBox="0 0 28 28" className="size-7 flex-none" aria-hidden="true">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  )
}
