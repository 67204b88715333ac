import type { Directive, ParseResult, Statement } from 'oxc-parser'
import type { Export } from './module.ts'

/** What a file offers, and whether each is a function, a type or another value. */
export function readExports({ program, module }: ParseResult): Export[] {
  const kinds = new Map<string, Export['kind']>()
  for (const statement of program.body) {
    for (const [name, kind] of declaredIn(statement)) kinds.set(name, kind)
  }
  const exports = new Map<string, Export>()
  for (const entry of module.staticExports.flatMap(({ entries }) => entries)) {
    const name = entry.exportName.name ?? (entry.exportName.kind === 'Default' ? 'default' : '*')
    const kind = entry.isType ? 'type' : (kinds.get(entry.localName.name ?? name) ?? 'value')
    exports.set(name, { name, kind })
  }
  return [...exports.values()]
}

function declaredIn(statement: Statement | Directive): [string, Export['kind']][] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? declaredIn(statement.declaration) : []
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return statement.id ? [[statement.id.name, 'function']] : []
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [[statement.id.name, 'type']]
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }): [string, Export['kind']][] =>
        id.type === 'Identifier' ? [[id.name, isCallable(init?.type) ? 'function' : 'value']] : [],
      )
    default:
      return []
  }
}

/** A call may return a function (`cache(async () => …)`): what comes out of one is taken for a function. */
function isCallable(type: string | undefined): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'CallExpression'
}
