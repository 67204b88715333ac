import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly expiresAt: number
}

const SWEEP_EVERY = 500

/**
 * Where the demo service keeps codes, tokens and interactions: this process, each until it expires. A restart forgets
 * sign-ins under way, which then begin anew; nobody who has signed in notices.
 */
export function keepInMemory(): (model: string) => Adapter {
  const store = new Map<string, Kept>()
  const read = (key: string): AdapterPayload | undefined => {
    const kept = store.get(key)
    return kept && kept.expiresAt > Date.now() ? kept.payload : undefined
  }
  const sweep = (): void => {
    const now = Date.now()
    for (const [key, kept] of store) if (kept.expiresAt <= now) store.delete(key)
  }
  let writes = 0
  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      writes += 1
      if (writes % SWEEP_EVERY === 0) sweep()
      store.set(`${model}:${id}`, { payload, expiresAt: Date.now() + (expiresIn || 3600) * 1000 })
    },
    find: async (id) => read(`${model}:${id}`),
    findByUid: async (uid) => [...store.values()].find(({ payload }) => payload.uid === uid)?.payload,
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const payload = read(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      store.delete(`${model}:${id}`)
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of store) if (payload.grantId === grantId) store.delete(key)
    },
  })
}
