const shelf = Symbol.for('yueding.once')

type Shelved = typeof globalThis & { [shelf]?: Map<string, unknown> }

function shelved(): Map<string, unknown> {
  const global: Shelved = globalThis
  global[shelf] ??= new Map()
  return global[shelf]
}

/**
 * A value that exists once per process under its name. Next bundles its own copy of lib beside the one that server.ts
 * runs, so a variable of a module exists twice; pools, queues and caches must not.
 */
export function once<Value>(name: string, make: () => Value): Value {
  const values = shelved()
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as Value
}

/** Takes the value down again, so that the next `once` makes a new one. Undefined when none was made. */
export function forget<Value>(name: string): Value | undefined {
  const values = shelved()
  const value = values.get(name) as Value | undefined
  values.delete(name)
  return value
}
