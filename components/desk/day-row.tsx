import { classNames } from '#components/ui/class-names.ts'
import { StillLink } from '#components/ui/still-link.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { DayLine } from './day-line.ts'

/** One couple of the day, in one line; the whole line opens them. */
export function DayRow({
  line,
  isChosen,
  isDense,
  onOpen,
}: {
  line: DayLine
  isChosen: boolean
  isDense: boolean
  /** Hears the address that is opened next. */
  onOpen: (address: string) => void
}) {
  const { id, find, time, number, service, names, marks, here, state, tone, late } = line
  const address = `/desk?at=${id}`
  return (
    <StillLink
      href={address}
      onNavigate={() => onOpen(address)}
      aria-current={isChosen ? 'true' : undefined}
      data-row={find}
      className={classNames(
        'grid items-center gap-x-2 border-b border-line px-3 text-small text-ink no-underline tabular-nums hover:bg-sunken [&>*]:truncate',
        isDense
          ? 'h-6 grid-cols-[3.1rem_2.7rem_2.4rem_1fr_1.9rem_8.2rem] [:lang(en)_&]:grid-cols-[3.1rem_2.7rem_4.1rem_1fr_1.9rem_7.4rem]'
          : 'h-9 grid-cols-[3.75rem_3.2rem_5rem_9rem_3rem_10rem_1fr]',
        isChosen && 'bg-accent-tint',
        late && 'text-warn',
      )}
    >
      <span className="font-semibold">{time}</span>
      <span>{number}</span>
      <span>{service}</span>
      <span>
        {names}
        {isDense && marks ? <span className="font-semibold text-accent-deep">　{marks}</span> : null}
      </span>
      <span>{here}</span>
      <span className={isDense ? '[&>*]:py-0 [&>*]:leading-5' : undefined}>
        {tone ? <Tag tone={tone}>{state}</Tag> : <span className="text-small text-ink-soft">{state}</span>}
      </span>
      {isDense ? null : <span className="text-ink-soft">{marks}</span>}
    </StillLink>
  )
}
