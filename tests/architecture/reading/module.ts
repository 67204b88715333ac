/** Something seen in a file, and where. */
export interface Sighting {
  text: string
  line: number
}

/** One reference to another file or package, however it is written. */
export interface Import {
  /** As written; a computed path ends in `*` where its fixed part ends; `null` where nothing of it is fixed. */
  specifier: string | null
  /** The names taken: `*` for all of them, `default` for the default. */
  names: readonly string[]
  /** Whether it still exists once the types are stripped. */
  runtime: boolean
  line: number
}

export interface Export {
  name: string
  kind: 'function' | 'type' | 'value'
}

/** A text literal: what JSX shows, what a label attribute says, or any other string. */
export interface Text extends Sighting {
  kind: 'jsx' | 'label' | 'string'
}

/** A file after parsing, reduced to what the laws ask about. */
export interface Module {
  path: string
  lines: number
  syntaxErrors: readonly string[]
  imports: readonly Import[]
  exports: readonly Export[]
  /** `use client` at the top of the file. */
  client: boolean
  /** `use server`, at the top of the file or of a function. */
  serverDirectives: readonly Sighting[]
  clockReads: readonly Sighting[]
  dateWordings: readonly Sighting[]
  worldReads: readonly Sighting[]
  texts: readonly Text[]
}
