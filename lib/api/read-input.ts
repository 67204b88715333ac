import type { z } from '@hono/zod-openapi'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import { malformed, type Refused } from './problem.ts'

const DEEPEST = 8
const MOST_ERRORS = 20

type Read<Value> = { readonly ok: true; readonly value: Value } | Refused
type Issue = z.core.$ZodIssue

/** What a schema makes of a stranger's input, or everything that is wrong with it. */
export function readInput(schema: z.ZodType, input: unknown): Read<unknown> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  // Strict schemas never descend into what they do not know, so only a refused input can be too deep.
  if (isDeeperThan(input, DEEPEST)) return malformed('', 'too-deep')
  const errors = parsed.error.issues.flatMap(detailsOf).slice(0, MOST_ERRORS)
  return { ok: false, reason: 'invalid-input', errors }
}

/** The parameters of a query string. One that is given twice is refused, as programs differ in which one they mean. */
export function readQuery(schema: z.ZodType | undefined, url: string): Read<unknown> {
  const at = url.indexOf('?')
  const given: Record<string, string> = Object.create(null)
  if (at >= 0) {
    for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
      if (name in given)
        return { ok: false, reason: 'invalid-input', errors: [{ path: name, reason: 'given-twice' }] }
      given[name] = value
    }
  }
  if (schema) return readInput(schema, { ...given })
  const errors = Object.keys(given).map((path) => ({ path: path.slice(0, 60), reason: 'unknown-field' }))
  return errors.length === 0
    ? { ok: true, value: undefined }
    : { ok: false, reason: 'invalid-input', errors: errors.slice(0, MOST_ERRORS) }
}

function detailsOf(issue: Issue): RefusalDetail[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key.slice(0, 60)].join('.'), reason: 'unknown-field' }))
  }
  return [{ path: path.join('.'), reason: reasonOf(issue) }]
}

function reasonOf(issue: Issue): string {
  if (issue.input === undefined) return 'required'
  switch (issue.code) {
    case 'invalid_type':
      return 'wrong-type'
    case 'invalid_value':
      return 'unknown'
    case 'too_big':
      return 'too-big'
    case 'too_small':
      return issue.input === '' ? 'required' : 'too-small'
    case 'invalid_format':
      return issue.format === 'uuid' ? 'uuid' : 'wrong-value'
    case 'custom':
      return typeof issue.params?.reason === 'string' ? issue.params.reason : 'wrong-value'
    default:
      return 'wrong-value'
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}
