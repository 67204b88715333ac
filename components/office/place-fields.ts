/** One answer to choose. */
interface PlaceOption {
  readonly value: string
  readonly text: string
}

/** A field of a form about a place, as plain words, so that the browser can show it. */
export interface PlaceField {
  /** The column it stands for; of a text in three languages what its columns begin with. */
  readonly name: string
  readonly kind: 'line' | 'day' | 'choice' | 'checks' | 'modes' | 'three-lines' | 'long-lines' | 'three-texts'
  readonly label: string
  readonly hint?: string | undefined
  readonly options?: readonly PlaceOption[]
  /** Of `modes`: what can be done for each option. */
  readonly modes?: readonly PlaceOption[]
  /** Shown instead of the control where somebody may not change it. */
  readonly fixed?: string | undefined
}

export interface PlaceFieldGroup {
  readonly id: string
  readonly title: string
  readonly lead?: string | undefined
  readonly fields: readonly PlaceField[]
}

/** What somebody else changed meanwhile. */
interface Overtaken {
  readonly field: string
  readonly text: string
}

/** A form about a place between two looks at it. */
export interface PlaceFormState {
  readonly values: Readonly<Record<string, string>>
  /** As it stood when the form was opened or last compared. */
  readonly was: Readonly<Record<string, string>>
  readonly version: string
  /** `text` stands at the field, `told` with its name above the form. */
  readonly errors: readonly { readonly field: string; readonly text: string; readonly told: string }[]
  readonly overtaken: readonly Overtaken[]
}

export interface PlaceFormWords {
  readonly errorTitle: string
  readonly errorPrefix: string
  readonly overtakenTitle: string
  readonly submit: string
  /** 简体, 繁體, English. */
  readonly languages: readonly [string, string, string]
}

/** The columns of a text in three languages, with the language of each. */
export const LANGUAGE_COLUMNS = [
  ['zh_cn', 'zh-CN'],
  ['zh_hant', 'zh-Hant'],
  ['en', 'en'],
] as const
