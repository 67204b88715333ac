import { Fragment } from 'react'

export interface ShownLetter {
  readonly id: string
  readonly medium: string
  readonly to: string
  readonly at: string
  readonly subject: string
  readonly text: string
}

const ADDRESS = /(https?:\/\/[^\s，。；：]+)/

/** Letters one below the other, as a phone would show them; their links can be followed. */
export function DemoLetters({ letters }: { letters: readonly ShownLetter[] }) {
  return (
    <ol className="grid gap-3">
      {letters.map(({ id, medium, to, at, subject, text }) => (
        <li key={id} className="rounded-card border border-line bg-surface px-4 py-3">
          <p className="flex flex-wrap justify-between gap-x-4 text-small text-ink-soft">
            <span>
              {medium} · {to}
            </span>
            <span>{at}</span>
          </p>
          {subject ? <p className="mt-1 font-semibold">{subject}</p> : null}
          <p className="mt-1 break-words whitespace-pre-line">
            {piecesOf(text.trim()).map(({ start, piece, isAddress }) =>
              isAddress ? <Link key={start} address={piece} /> : <Fragment key={start}>{piece}</Fragment>,
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A text cut at its addresses; each piece is known by where it starts. */
function piecesOf(text: string): { start: number; piece: string; isAddress: boolean }[] {
  let start = 0
  return text.split(ADDRESS).map((piece, index) => {
    start += piece.length
    return { start: start - piece.length + index / 1000, piece, isAddress: index % 2 === 1 }
  })
}

function Link({ address }: { address: string }) {
  return (
    <a className="prose-link break-all" href={address}>
      {address}
    </a>
  )
}
