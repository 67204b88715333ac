import { capabilityOf } from '../capability-line.ts'
import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { roomOf } from '../rooms.ts'

const VERB_NOUN = /^[a-z]+(-[a-z0-9]+)+\.ts$/
const OTHER_KINDS = /^(schema|store|[a-z]+(-[a-z0-9]+)*\.sql)\.ts$/

/** Three kinds of file and no fourth: schema.ts, store.ts (or a named `*.sql.ts` beside it), verb-noun.ts. */
export function findFourthKinds({ modules }: House): Finding[] {
  return modules.flatMap(({ path }) => {
    const capability = capabilityOf(path)
    if (capability === null || roomOf(path)?.name === 'demo provider') return []
    const name = path.slice(`lib/${capability}/`.length)
    if (VERB_NOUN.test(name) || OTHER_KINDS.test(name)) return []
    return [{ path, line: 1, sentence: `is a fourth kind of file: ${whereInstead(name, capability)}` }]
  })
}

function whereInstead(name: string, capability: string): string {
  if (/\.(test|spec)\./.test(name)) return `tests belong in tests/integration/${capability}.`
  if (name.endsWith('.tsx')) return `what is shown belongs in components/${capability}.`
  if (name.includes('/'))
    return 'a capability has no folders within; if it is a capability, give it its place in the line.'
  return 'a capability holds schema.ts, store.ts (or a named *.sql.ts) and verb-noun.ts; a rule or a type belongs in lib/domain, words in lib/format.'
}

/** `book-appointment.ts` exports the function `bookAppointment`, and no second one. */
export function findMisnamedVerbs({ modules }: House): Finding[] {
  return modules.flatMap(({ path, exports }): Finding[] => {
    const capability = capabilityOf(path)
    const name = path.slice(path.lastIndexOf('/') + 1)
    const inDemo = roomOf(path)?.name === 'demo provider'
    if (capability === null || inDemo || !VERB_NOUN.test(name)) return []
    const verb = name.slice(0, -'.ts'.length).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    const functions = exports.filter(({ kind }) => kind === 'function').map((one) => one.name)
    const others = functions.filter((one) => one !== verb)
    if (!functions.includes(verb)) {
      return [{ path, line: 1, sentence: `must export the function ${verb}, the verb it is named for.` }]
    }
    if (others.length === 0) return []
    const files = others.map((other) => `${kebab(other)}.ts`).join(', ')
    const sentence = `exports ${others.join(', ')} beside its verb: another verb gets its own file (${files}), a rule belongs in lib/domain, a query in store.ts.`
    return [{ path, line: 1, sentence }]
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
