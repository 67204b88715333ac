import { HoldWarning } from './hold-warning.tsx'

/** Until when the chosen time is kept, as a clock time, with one press for more. */
export function HoldNotice({
  text,
  more,
  noMore,
  soon,
  expiresAt,
  extend,
}: {
  text: string
  more: string | undefined
  noMore: string
  soon: string
  expiresAt: number
  extend: () => Promise<void>
}) {
  return (
    <form
      action={extend}
      className="mb-4 flex flex-wrap items-center gap-x-3 rounded-small bg-sunken px-3 py-1.5 text-small"
    >
      <p className="min-w-0 flex-1 tabular-nums">{text}</p>
      {more ? (
        <button
          type="submit"
          className="min-h-11 cursor-pointer px-1 font-semibold text-accent-deep underline underline-offset-4"
        >
          {more}
        </button>
      ) : (
        <p className="py-2">{noMore}</p>
      )}
      {more ? <HoldWarning text={soon} expiresAt={expiresAt} /> : null}
    </form>
  )
}
