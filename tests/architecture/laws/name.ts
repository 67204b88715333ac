import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'

const DRAWERS = /^(utils?|helpers?|services|types|constants|index|common|misc)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Names that say what is inside: no drawers for anything, kebab-case, TypeScript. */
export function findBadNames({ modules }: House): Finding[] {
  return modules.flatMap(({ path }) => {
    const sentence = faultOf(path)
    return sentence === null ? [] : [{ path, line: 1, sentence }]
  })
}

function faultOf(path: string): string | null {
  if (!/\.(ts|tsx|mjs)$/.test(path))
    return 'is neither .ts, .tsx nor .mjs: write it in TypeScript, which Node runs as it is.'
  const segments = path.split('/')
  const [stem = '', ...endings] = (segments.pop() ?? '').split('.')
  // A folder of app/ is an address, and an address may be called /services.
  const drawer = [stem, ...(segments[0] === 'app' ? [] : segments)].find((part) => DRAWERS.test(part))
  if (drawer !== undefined) {
    return `is called ${drawer}, which fits anything: name it for what it does, and put it where that is done.`
  }
  const crooked = [stem, ...endings, ...segments.map(withoutRouteMarks)].find((part) => !KEBAB.test(part))
  return crooked === undefined
    ? null
    : `is not in kebab-case (${crooked}): small letters, words joined by hyphens.`
}

/** `(couple)`, `[code]`, `[...nextauth]`, `@panel`, `_parts`: the marks are Next's, the word within is ours. */
function withoutRouteMarks(segment: string): string {
  return segment.replace(/^[[(@_.]+|[\])]+$/g, '')
}
