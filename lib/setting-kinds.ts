import { z } from 'zod'

export const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
export const onOff = z.enum(['on', 'off']).transform((word) => word === 'on')
export const web = z.url({ protocol: /^https?$/ })
export const origin = web
  .refine((text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`)
  .transform((text) => new URL(text).origin)
export const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  // In the header that they go into, a star would stand for every host and a semicolon begin another rule.
  .pipe(z.array(origin.refine((text) => /^https?:\/\/[\w.-]+(:\d+)?$/.test(text))))
export const key32 = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32)
const versionedKeys = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().split(':')))
  .pipe(z.array(z.tuple([whole(1, 255), key32])))
  .transform((pairs) => pairs.map(([version, key]) => ({ version, key })))
  .refine((keys) => new Set(keys.map(({ version }) => version)).size === keys.length)

export type Setting<Schema extends z.ZodType> = {
  schema: Schema
  /** As it would be written into the environment; empty: not set. */
  fallback: string
  /** Ends the sentence "NAME must be …". */
  allowed: string
  meaning: string
}

/** One row of the table of settings. */
export const setting = <Schema extends z.ZodType>(
  schema: Schema,
  fallback: string,
  allowed: string,
  meaning: string,
): Setting<Schema> => ({ schema, fallback, allowed, meaning })

/** Keys of which the older ones stay valid for what was made with them. */
export const keySetting = (meaning: string) =>
  setting(
    versionedKeys.optional(),
    '',
    'versions (1 to 255) with 32-byte keys in base64, such as 1:…,2:…, each version once',
    meaning,
  )

/** A secret that people make up: long enough, or not given. */
export const secret = (meaning: string, needed = '') =>
  setting(z.string().min(32).optional(), '', `at least 32 characters long${needed}`, meaning)
