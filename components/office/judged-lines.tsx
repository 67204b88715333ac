import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { JudgedLines as Judged } from './file-answer.ts'

export interface JudgedLinesWords {
  readonly line: string
  readonly kind: string
  readonly office: string
  readonly what: string
  readonly enter: string
  readonly allOrNothing: string
  readonly again: string
  readonly nothing: string
}

const TONES = { new: 'accent', changed: 'warn', unchanged: 'plain', refused: 'stop' } as const

/** What a file would do, line by line, and the way to do it where nothing is refused. */
export function JudgedLines({
  judged,
  words,
  enter,
}: {
  judged: Judged
  words: JudgedLinesWords
  enter: () => void
}) {
  const { summary, hidden, lines, verdict } = judged
  const tone = verdict === 'refused' ? 'stop' : verdict === 'ready' ? 'warn' : 'ok'
  return (
    <section className="mt-4 grid gap-4">
      <Notice tone={tone} role="status" title={summary}>
        <p className="text-small">
          {verdict === 'refused' ? words.again : verdict === 'ready' ? words.allOrNothing : words.nothing}{' '}
          {hidden}
        </p>
      </Notice>
      {verdict === 'ready' ? (
        <div>
          <Button type="button" wide={false} onClick={enter}>
            {words.enter}
          </Button>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <Card className="px-4 py-2">
          <DataTable
            caption={words.what}
            heads={[{ text: words.line }, { text: words.kind }, { text: words.office }, { text: words.what }]}
          >
            {lines.map(({ line, kind, mark, office, says }) => (
              <tr key={line} className="border-b border-line align-top last:border-b-0">
                <td className="px-2 py-2 tabular-nums">{line}</td>
                <td className="px-2 py-2 whitespace-nowrap">
                  <Tag tone={TONES[kind]}>{mark}</Tag>
                </td>
                <td className="px-2 py-2">{office}</td>
                <td className="px-2 py-2">
                  <ul className="grid gap-1 whitespace-pre-line">
                    {says.map((said) => (
                      <li key={said}>{said}</li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </DataTable>
        </Card>
      ) : null}
    </section>
  )
}
