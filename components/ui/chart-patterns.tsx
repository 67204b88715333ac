/** The fillings of bars beside full colour, so that they differ without it. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--surface)" />
        <rect width="2.5" height="6" fill="var(--ink-soft)" />
      </pattern>
    </defs>
  )
}
