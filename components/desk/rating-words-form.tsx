import type { ReactNode } from 'react'
import { RATING_WORDS } from '#lib/domain/rating.ts'

/** Writes something about a rating, opened where it is needed; the buttons say what becomes of it. */
export function RatingWordsForm({
  open,
  label,
  name,
  rating,
  action,
  isRequired = false,
  children,
}: {
  /** What opens it. */
  open: string
  label: string
  name: 'reply' | 'appeal'
  rating: { readonly ticketId: string; readonly version: number }
  action: (form: FormData) => Promise<void>
  isRequired?: boolean
  children: ReactNode
}) {
  return (
    <details data-menu>
      <summary className="prose-link inline-flex min-h-9 cursor-pointer items-center text-small">
        {open}
      </summary>
      <form action={action} className="mt-2 grid max-w-xl gap-2">
        <input type="hidden" name="ticket" value={rating.ticketId} />
        <input type="hidden" name="version" value={rating.version} />
        <label className="text-small">
          {label}
          <textarea
            name={name}
            rows={3}
            maxLength={RATING_WORDS}
            required={isRequired}
            className="mt-1 block w-full rounded-small border border-line-strong bg-surface px-2 py-1.5 text-small"
          />
        </label>
        <div className="flex flex-wrap gap-2">{children}</div>
      </form>
    </details>
  )
}
