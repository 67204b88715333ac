/** Leaves for a page that tells nothing, from wherever one is on this one: it stays in view while scrolling. */
export function ExitLink({ text }: { text: string }) {
  return (
    <div className="no-print h-13">
      <div className="pointer-events-none fixed inset-x-0 top-0 z-10 mx-auto flex max-w-[640px] justify-end px-5 py-1">
        <a
          href="https://www.weather.com.cn/"
          rel="noreferrer"
          className="pointer-events-auto inline-flex min-h-11 items-center rounded-small bg-accent-deep px-4 text-small font-semibold text-surface no-underline shadow-card"
        >
          {text}
        </a>
      </div>
    </div>
  )
}
