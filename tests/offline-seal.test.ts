import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyFrom, seal, unseal } from '#app/(desk)/desk/offline/seal.ts'

const day = {
  date: '2026-12-01',
  entries: [{ digest: 'b64', startTime: '10:00', people: [{ name: '林**' }] }],
}
const secret = () => randomBytes(32).toString('base64')

/** Everything of a box that would lie on the disk. */
const bytesOf = ({ iv, sealed }: Awaited<ReturnType<typeof seal>>) => Buffer.concat([iv, Buffer.from(sealed)])

test('what a workstation keeps says nothing without its key', async () => {
  const key = await keyFrom(secret())
  const box = await seal(key, day)
  for (const part of ['林', '10:00', 'digest', '2026-12-01']) expect(bytesOf(box).includes(part)).toBe(false)
  expect(await unseal(key, box)).toEqual(day)
  expect(await unseal(await keyFrom(secret()), box)).toBeUndefined()
})

test('the same list is sealed otherwise each time, and a changed one is not opened', async () => {
  const key = await keyFrom(secret())
  const [one, other] = [await seal(key, day), await seal(key, day)]
  expect(bytesOf(one).equals(bytesOf(other))).toBe(false)
  const changed = Uint8Array.from(new Uint8Array(one.sealed))
  changed[3] = (changed[3] ?? 0) ^ 1
  expect(await unseal(key, { ...one, sealed: changed.buffer })).toBeUndefined()
})

test('the key closes and opens, and cannot be read out', async () => {
  const key = await keyFrom(secret())
  expect([key.extractable, [...key.usages].sort()]).toEqual([false, ['decrypt', 'encrypt']])
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
