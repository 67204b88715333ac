import type { Module } from './reading/module.ts'
import { readModule } from './reading/read-module.ts'
import type { SourceFile } from './source-file.ts'

/** Everything the laws judge: the code, parsed once, and the message files as they are. */
export interface House {
  modules: readonly Module[]
  messages: readonly SourceFile[]
}

/** The same house with these files in it; a file of the same path is replaced. */
export function plantInto(house: House, files: readonly SourceFile[]): House {
  const planted = new Set(files.map(({ path }) => path))
  const { modules, messages } = readHouse(files)
  return {
    modules: [...house.modules.filter(({ path }) => !planted.has(path)), ...modules],
    messages: [...house.messages.filter(({ path }) => !planted.has(path)), ...messages],
  }
}

/** Reads the files once for all laws. */
export function readHouse(files: readonly SourceFile[]): House {
  return {
    modules: files.filter(({ path }) => !path.endsWith('.json')).map(readModule),
    messages: files.filter(({ path }) => path.endsWith('.json')),
  }
}
