/** What a form says: in an address, or sent. */
export type Said = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>

/** What stands in an address behind the question mark, as pages get it. */
export type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

const LONGEST = 80

/** An address as a form would say it. */
export function saidOf(search: Awaited<Search>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  )
}

/** A form that was sent, without what the framework adds: it can be put into an address again. */
export function saidIn(form: FormData): URLSearchParams {
  const pairs = [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return new URLSearchParams(pairs.filter(([name, value]) => !name.startsWith('$') && value !== ''))
}

/** One field as text, never longer than it may be. */
export function textOf(said: Said): (name: string) => string {
  return (name) => (said.get(name) ?? '').slice(0, LONGEST)
}
