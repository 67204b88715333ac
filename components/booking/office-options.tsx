import { Tag } from '#components/ui/tag.tsx'

export interface OfficeOption {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly free: string
  readonly hasFree: boolean
  readonly tags: readonly string[]
  readonly distance?: string | undefined
}

/** One office as an answer: where it is, when it has time, for whom it may act. */
export function OfficeHint({ office }: { office: OfficeOption }) {
  return (
    <>
      <span className="block">{office.address}</span>
      <span className="mt-1 flex flex-wrap items-center gap-1.5">
        <Tag tone={office.hasFree ? 'ok' : 'plain'}>{office.free}</Tag>
        {office.distance ? <Tag>{office.distance}</Tag> : null}
        {office.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </span>
    </>
  )
}
