import { DataTable } from '#components/ui/data-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { NoticeChoice, type NoticeChoiceWords } from './notice-choice.tsx'

/** A line of what a notice would change, in words. */
interface NoticeLine {
  readonly id: string
  readonly when: string
  readonly what: string
}

/** What a notice would change, in words. */
export interface NoticePreviewWords {
  /** The word for the calendar as it was looked at, and for the couples. */
  readonly picture: string
  readonly pictureHash: string
  readonly summary: string
  readonly daysTitle: string
  readonly heads: readonly string[]
  readonly days: readonly { readonly id: string; readonly cells: readonly string[] }[]
  readonly couplesTitle: string
  readonly offices: readonly NoticeLine[]
  readonly moreOffices: string | undefined
  readonly movesTitle: string
  readonly moves: readonly NoticeLine[]
  readonly warning: string
  /** Where couples lose their time. */
  readonly choice: NoticeChoiceWords | undefined
}

/** The days of a notice with places and couples, the offices concerned, the cases that move; and what becomes of the couples. */
export function NoticePreview({
  preview,
  typed,
  errorPrefix,
  wrong,
}: {
  preview: NoticePreviewWords
  typed: Readonly<Record<string, string | undefined>>
  errorPrefix: string
  wrong: (field: string) => string | undefined
}) {
  return (
    <section id="picture" className="mt-6 border-t border-line pt-4" aria-live="polite">
      <input type="hidden" name="picture" value={preview.picture} />
      <input type="hidden" name="pictureHash" value={preview.pictureHash} />
      <h2>{preview.daysTitle}</h2>
      <p className="mb-3">{preview.summary}</p>
      <DataTable caption={preview.daysTitle} heads={preview.heads.map((text) => ({ text }))}>
        {preview.days.map(({ id, cells: [day, ...cells] }) => (
          <tr key={id} className="border-b border-line align-top tabular-nums">
            <th scope="row" className="px-2 py-1.5 font-normal whitespace-nowrap">
              {day}
            </th>
            {cells.map((cell, column) => (
              <td key={preview.heads[column + 1]} className="px-2 py-1.5 nth-[3]:whitespace-nowrap">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
      <h2 className="mt-5">{preview.couplesTitle}</h2>
      <Lines lines={preview.offices} />
      {preview.moreOffices ? <p className="mt-2 text-small text-ink-soft">{preview.moreOffices}</p> : null}
      <h2 className="mt-5">{preview.movesTitle}</h2>
      <Lines lines={preview.moves} />
      {preview.choice ? (
        <NoticeChoice words={preview.choice} typed={typed} errorPrefix={errorPrefix} wrong={wrong} />
      ) : null}
      <div className="my-4">
        <Notice tone="warn" title={preview.warning} />
      </div>
    </section>
  )
}

function Lines({ lines }: { lines: readonly NoticeLine[] }) {
  return (
    <ul className="grid gap-x-8 md:grid-cols-2">
      {lines.map(({ id, when, what }) => (
        <li key={id} className="flex gap-4 border-b border-line py-1.5">
          <span className="w-28 flex-none tabular-nums">{when}</span>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  )
}
