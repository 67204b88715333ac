import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'

/** What is typed of people who walked in, kept while the screen is turned to them. */
export interface TypedWalkIn {
  readonly service: string
  readonly alone: boolean
  readonly greenChannel: boolean
  readonly proxy: boolean
  readonly language: Locale
  readonly name: string
}

export function readWalkIn(form: FormData): TypedWalkIn {
  return {
    service: String(form.get('service') ?? '').slice(0, 40),
    alone: form.has('alone'),
    greenChannel: form.has('greenChannel'),
    proxy: form.has('proxy'),
    language: LOCALES.find((one) => one === form.get('language')) ?? 'zh-CN',
    name: String(form.get('name') ?? '').slice(0, 80),
  }
}
