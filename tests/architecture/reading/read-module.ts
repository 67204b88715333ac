import { parseSync, Visitor } from 'oxc-parser'
import type { SourceFile } from '../source-file.ts'
import { gatherClockReads } from './gather-clock-reads.ts'
import { gatherDateWordings } from './gather-date-wordings.ts'
import { gatherDirectives } from './gather-directives.ts'
import { gatherReferences } from './gather-references.ts'
import { gatherTexts } from './gather-texts.ts'
import { gatherWorldReads } from './gather-world-reads.ts'
import { listen } from './listen.ts'
import type { Module } from './module.ts'
import { readExports } from './read-exports.ts'
import { readStaticImports } from './read-static-imports.ts'

/** Parses one file with a real parser and walks its tree once, every gatherer listening. */
export function readModule({ path, source }: SourceFile): Module {
  const parsed = parseSync(path, source, { sourceType: 'module' })
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  const references = gatherReferences(lineAt)
  const directives = gatherDirectives(lineAt)
  const clock = gatherClockReads(lineAt)
  const wordings = gatherDateWordings(lineAt)
  const world = gatherWorldReads(lineAt)
  const texts = gatherTexts(lineAt, source)
  const gatherers = [references, directives, clock, wordings, world, texts]
  new Visitor(listen(gatherers.map((gatherer) => gatherer.visitor))).visit(parsed.program)
  return {
    path,
    lines: source.replace(/\n$/, '').split('\n').length,
    syntaxErrors: parsed.errors.filter((error) => error.severity === 'Error').map((error) => error.message),
    imports: [...readStaticImports(parsed.program, lineAt), ...references.found],
    exports: readExports(parsed),
    client: parsed.program.body.some((node) => 'directive' in node && node.directive === 'use client'),
    serverDirectives: directives.found,
    clockReads: clock.found,
    dateWordings: wordings.found,
    worldReads: world.found,
    texts: texts.found,
  }
}
