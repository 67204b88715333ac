import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '#lib/env.ts'

const readme = readFileSync('README.md', 'utf8')

test('the README tells every setting with its default and meaning, and no other', () => {
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` \| (?:`(.*?)`|not set) \| (.*) \|$/gm)]
  expect(told.map(([, name, fallback, meaning]) => ({ name, fallback: fallback ?? '', meaning }))).toEqual(
    settings.map(({ name, fallback, meaning }) => ({ name, fallback, meaning })),
  )
})
