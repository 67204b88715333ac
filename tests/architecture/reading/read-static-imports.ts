import type { Program } from 'oxc-parser'
import type { LineAt } from './listen.ts'
import type { Import } from './module.ts'

/**
 * `import … from`, `import '…'`, `export … from`. One with only inline `type` names leaves an `import '…'` behind when the
 * types are stripped, so it counts as runtime; `import type` does not.
 */
export function readStaticImports({ body }: Program, lineAt: LineAt): Import[] {
  return body.flatMap((node): Import[] => {
    switch (node.type) {
      case 'ImportDeclaration':
        return [
          {
            specifier: node.source.value,
            names: node.specifiers.map((one) => {
              if (one.type === 'ImportDefaultSpecifier') return 'default'
              return one.type === 'ImportSpecifier' ? nameOf(one.imported) : '*'
            }),
            runtime: node.importKind !== 'type',
            line: lineAt(node.start),
          },
        ]
      case 'ExportNamedDeclaration':
        if (node.source === null) return []
        return [
          {
            specifier: node.source.value,
            names: node.specifiers.map(({ local }) => nameOf(local)),
            runtime: node.exportKind !== 'type',
            line: lineAt(node.start),
          },
        ]
      case 'ExportAllDeclaration':
        return [
          {
            specifier: node.source.value,
            names: ['*'],
            runtime: node.exportKind !== 'type',
            line: lineAt(node.start),
          },
        ]
      default:
        return []
    }
  })
}

function nameOf(name: { type: 'Identifier'; name: string } | { type: 'Literal'; value: unknown }): string {
  return name.type === 'Identifier' ? name.name : String(name.value)
}
