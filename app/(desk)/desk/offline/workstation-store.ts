import type { SealedBox } from './seal.ts'

/** Whose list this is (a person at an office), and of which day. */
interface Owned {
  readonly owner: string
  readonly date: string
}

/** What a workstation keeps, by name. Only times and whose it is lie open. */
export interface Shelf {
  readonly key: Owned & { readonly key: CryptoKey }
  /** `skewMs`: how far the clock of the server is ahead of ours. */
  readonly day: Owned & { readonly box: SealedBox; readonly skewMs: number }
  /** When somebody last touched a page of the desk, in milliseconds. */
  readonly touched: number
  /** Somebody has locked the workstation, and the server has not heard of it yet. */
  readonly owesLock: true
}

/** A mark that waits, or one whose answer somebody has yet to look at. */
export interface KeptMark extends Owned {
  readonly id: string
  readonly box: SealedBox
}

const NAME = 'yd-desk-offline'

export function readShelf<Name extends keyof Shelf>(name: Name): Promise<Shelf[Name] | undefined> {
  return inStore('shelf', 'readonly', (store) => store.get(name))
}

export async function putOnShelf<Name extends keyof Shelf>(name: Name, value: Shelf[Name]): Promise<void> {
  await inStore('shelf', 'readwrite', (store) => store.put(value, name))
}

export async function takeOffShelf(name: keyof Shelf): Promise<void> {
  await inStore('shelf', 'readwrite', (store) => store.delete(name))
}

export function readMarks(): Promise<readonly KeptMark[]> {
  return inStore('marks', 'readonly', (store) => store.getAll())
}

export async function putMark(mark: KeptMark): Promise<void> {
  await inStore('marks', 'readwrite', (store) => store.put(mark, mark.id))
}

export async function dropMark(id: string): Promise<void> {
  await inStore('marks', 'readwrite', (store) => store.delete(id))
}

// Opened for each act and closed after it, so that nothing holds it when the sign-out deletes it.
async function inStore<Value>(
  name: 'shelf' | 'marks',
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => {
    for (const store of ['shelf', 'marks']) opening.result.createObjectStore(store)
  }
  const database = await done(opening)
  try {
    return await done(act(database.transaction(name, mode).objectStore(name)))
  } finally {
    database.close()
  }
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
