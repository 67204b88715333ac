/** Leaves for a page that tells nothing, from wherever one is on this one. */
export function ExitLink({ text }: { text: string }) {
  return (
    <div className="no-print sticky top-2 z-10 mx-auto flex h-0 w-full max-w-[640px] justify-end px-5">
      <a
        href="https://www.weather.com.cn/"
        rel="noreferrer"
        className="inline-flex h-11 items-center rounded-small bg-accent-deep px-4 text-small font-semibold text-surface no-underline shadow-card"
      >
        {text}
      </a>
    </div>
  )
}
