import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { deriveSecret } from '#lib/identity/derive-secret.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

const PERSON = {
  name: '林晓川',
  documentType: 'RESIDENT_ID',
  documentNumber: '110000199001010013',
  phone: '13800000001',
}

const NEW_KEYS = process.env.FIELD_KEYS ?? ''
const OLD_KEYS = NEW_KEYS.split(',')[0] ?? ''

afterEach(() => {
  process.env.FIELD_KEYS = NEW_KEYS
})

// A process that was started with these keys.
async function startedWith(keys: string) {
  process.env.FIELD_KEYS = keys
  vi.resetModules()
  const sealing = await import('#lib/identity/seal-json.ts')
  const opening = await import('#lib/identity/open-json.ts')
  return { sealJson: sealing.sealJson, openJson: opening.openJson }
}

describe('personal data at rest', () => {
  test('whatever is sealed opens again, under its own context', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (context, value) => {
        const plain = JSON.parse(JSON.stringify(value))
        expect(openJson(context, sealJson(context, value))).toEqual(plain)
      }),
    )
  })

  test('under another context it does not open', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other)
        expect(() => openJson(other, sealJson(one, PERSON))).toThrow()
      }),
    )
  })

  test('any flipped bit is noticed', () => {
    const sealed = sealJson('party', PERSON)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), (bit) => {
        const harmed = Buffer.from(sealed)
        harmed[bit >> 3] = (harmed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => openJson('party', harmed)).toThrow()
      }),
      { numRuns: 500 },
    )
  })

  test('any cut is noticed', () => {
    const sealed = sealJson('party', PERSON)
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openJson('party', sealed.subarray(0, length))).toThrow()
    }
  })

  test('nothing of it can be read in the sealed bytes', () => {
    for (let round = 0; round < 200; round += 1) {
      const bytes = sealJson('party', PERSON)
      for (const text of Object.values(PERSON)) expect(bytes.includes(text)).toBe(false)
    }
  })

  test('the same value is never sealed the same way twice, over many more draws than one pool holds', () => {
    const seals = Array.from({ length: 5000 }, () => sealJson('party', 1).subarray(1, 13).toString('hex'))
    expect(new Set(seals).size).toBe(seals.length)
  })
})

describe('change of keys', () => {
  test('the newest version seals, the old ones still open', async () => {
    const before = await startedWith(OLD_KEYS)
    const sealed = before.sealJson('party', PERSON)
    expect(sealed[0]).toBe(1)

    const after = await startedWith(NEW_KEYS)
    expect(after.openJson('party', sealed)).toEqual(PERSON)
    expect(after.sealJson('party', PERSON)[0]).toBe(2)
  })

  test('without its key a value stays shut, and the error tells the version and nothing else', async () => {
    const sealed = (await startedWith(NEW_KEYS)).sealJson('party', PERSON)
    const before = await startedWith(OLD_KEYS)
    expect(() => before.openJson('party', sealed)).toThrow(/key version 2/)
  })
})

describe('finding people without reading them', () => {
  test('the index is 32 bytes, the same for the same document, another for any other', () => {
    const one = indexPerson('RESIDENT_ID', '110000199001010013')
    expect(one).toHaveLength(32)
    expect(indexPerson('RESIDENT_ID', '110000199001010013')).toEqual(one)
    expect(indexPerson('PASSPORT', '110000199001010013')).not.toEqual(one)
    expect(indexPerson('RESIDENT_ID', '110000199001010021')).not.toEqual(one)
  })

  test('a secret made for one purpose is another than the one made for the next', () => {
    expect(deriveSecret('partner-code', 'x')).toHaveLength(64)
    expect(deriveSecret('partner-code', 'x')).toEqual(deriveSecret('partner-code', 'x'))
    expect(deriveSecret('partner-code', 'x')).not.toEqual(deriveSecret('other', 'x'))
    expect(deriveSecret('partner-code', 'x')).not.toEqual(deriveSecret('partner-code', 'y'))
  })
})
