import { RowLinks } from '#components/ui/row-links.tsx'

export interface RegionStep {
  readonly code: string
  readonly name: string
  readonly parent?: string | undefined
}

/** The regions below the one that is shown, as links; above them the way back up. */
export function RegionLinks({
  regions,
  within,
  href,
  label,
  all,
  count,
}: {
  readonly regions: readonly (RegionStep & { readonly offices: number })[]
  readonly within: string | undefined
  /** The address that shows a region; of the whole country for ''. */
  readonly href: (code: string) => string
  readonly label: string
  /** What the whole country is called. */
  readonly all: string
  readonly count: (offices: number) => string
}) {
  const shown = regions.filter((region) => region.offices > 0)
  const path = pathTo(shown, within)
  const current = path.at(-1)
  const below = shown.filter((region) => region.parent === current?.code)
  if (path.length === 0 && below.length === 0) return null
  return (
    <section aria-label={label} className="mb-5">
      {current ? <WayUp path={[{ code: '', name: all }, ...path]} href={href} /> : <h2>{label}</h2>}
      {below.length > 0 ? (
        <RowLinks
          rows={below.map((region) => ({
            href: href(region.code),
            title: region.name,
            hint: count(region.offices),
          }))}
        />
      ) : null}
    </section>
  )
}

function WayUp({ path, href }: { path: readonly RegionStep[]; href: (code: string) => string }) {
  return (
    <p className="mb-2 flex flex-wrap gap-x-2 text-small">
      {path.map((step, index) =>
        index === path.length - 1 ? (
          <span key={step.code} className="inline-flex min-h-11 items-center font-semibold">
            {step.name}
          </span>
        ) : (
          <span key={step.code} className="inline-flex items-center gap-2">
            <a className="prose-link inline-flex min-h-11 items-center" href={href(step.code)}>
              {step.name}
            </a>
            <span aria-hidden="true">›</span>
          </span>
        ),
      )}
    </p>
  )
}

function pathTo<Step extends RegionStep>(regions: readonly Step[], code: string | undefined): Step[] {
  const region = regions.find((one) => one.code === code)
  return region ? [...pathTo(regions, region.parent), region] : []
}
