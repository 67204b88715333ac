/** Which law says so, small, under the plain words. */
export function LawLine({ children }: { children: string }) {
  return <p className="mt-2.5 text-small text-ink-soft">{children}</p>
}
