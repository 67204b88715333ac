import type { ReactNode } from 'react'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'

/** A version in words. */
export interface VersionRow {
  readonly id: string
  readonly state: 'in-force' | 'coming' | 'over' | 'taken-back'
  readonly stateText: string
  readonly days: string
  readonly value: ReactNode
  readonly source: string
  readonly people: string
  /** By which a coming version is taken back. */
  readonly act?: ReactNode
}

const TONES = { 'in-force': 'ok', coming: 'accent', over: 'plain', 'taken-back': 'stop' } as const

/** The versions of a rule or a text, each with its days, where it comes from and who asked and agreed. */
export function VersionTable({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: {
    readonly state: string
    readonly days: string
    readonly value: string
    readonly source: string
    readonly people: string
    readonly act: string
  }
  rows: readonly VersionRow[]
}) {
  return (
    <DataTable
      caption={caption}
      heads={[
        { text: heads.state },
        { text: heads.days },
        { text: heads.value },
        { text: heads.source },
        { text: heads.people },
        { text: heads.act, hidden: true },
      ]}
    >
      {rows.map(({ id, state, stateText, days, value, source, people, act }) => (
        <tr key={id} className="border-b border-line align-top">
          <td className="px-2 py-2">
            <Tag tone={TONES[state]}>{stateText}</Tag>
          </td>
          <td className="px-2 py-2 tabular-nums whitespace-nowrap">{days}</td>
          <td className="px-2 py-2">{value}</td>
          <td className="px-2 py-2">{source}</td>
          <td className="px-2 py-2">{people}</td>
          <td className="px-2 py-2 text-right">{act}</td>
        </tr>
      ))}
    </DataTable>
  )
}
