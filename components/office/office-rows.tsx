import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { PhoneLink } from './phone-link.tsx'

export interface OfficeRow {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly tier: string
  readonly online: boolean
  /** Whether it can be booked online, in words. */
  readonly booking: string
}

/** Offices one below the other: the name leads to its page, the number dials. */
export function OfficeRows({ offices }: { offices: readonly OfficeRow[] }) {
  return (
    <Card>
      <ul className="divide-y divide-line px-4">
        {offices.map((office) => (
          <li key={office.id} className="py-3">
            <a className="prose-link inline-block py-1 font-semibold" href={`/offices/${office.id}`}>
              {office.name}
            </a>
            <p className="text-small text-ink-soft">{office.address}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
              <Tag>{office.tier}</Tag>
              <Tag tone={office.online ? 'ok' : 'warn'}>{office.booking}</Tag>
              <PhoneLink phone={office.phone} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
