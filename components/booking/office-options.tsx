import { Tag } from '#components/ui/tag.tsx'

export interface OfficeOption {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly free: string
  readonly hasFree: boolean
  readonly isBusy: boolean
  /** How busy it is, in words. */
  readonly load: string
  /** For whom it may act beyond mainland residents. */
  readonly accepts?: string | undefined
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
        <Tag tone={office.isBusy ? 'warn' : 'plain'}>{office.load}</Tag>
      </span>
      {office.accepts ? <span className="mt-1 block">{office.accepts}</span> : null}
    </>
  )
}
