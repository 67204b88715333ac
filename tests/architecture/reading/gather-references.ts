import type { Expression } from 'oxc-parser'
import type { Gatherer, LineAt } from './listen.ts'
import type { Import } from './module.ts'

/** The references that are not import statements: `import('…')`, as value and as type, `require`, and the resolvers. */
export function gatherReferences(lineAt: LineAt): Gatherer<Import> {
  const found: Import[] = []
  const add = (specifier: string | null, start: number, runtime: boolean) =>
    found.push({ specifier, names: ['*'], runtime, line: lineAt(start) })
  return {
    found,
    visitor: {
      ImportExpression: (node) => add(specifierOf(node.source), node.start, true),
      TSImportType: (node) => add(node.source.value, node.start, false),
      TSExternalModuleReference: (node) => add(node.expression.value, node.start, true),
      CallExpression: ({ callee, arguments: [first], start }) => {
        if (first === undefined || first.type === 'SpreadElement') return
        const specifier = specifierOf(first)
        // A resolver only says where a file lies; with a computed name it loads nothing that a law could miss.
        if (loads(callee) || (resolves(callee) && specifier !== null)) add(specifier, start, true)
      },
    },
  }
}

/** `require(…)`, `createRequire(…)(…)`. */
function loads(callee: Expression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require'
  return (
    callee.type === 'CallExpression' &&
    callee.callee.type === 'Identifier' &&
    callee.callee.name === 'createRequire'
  )
}

/** `require.resolve(…)`, `createRequire(…).resolve(…)`, `import.meta.resolve(…)`. */
function resolves(callee: Expression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.name !== 'resolve')
    return false
  return callee.object.type === 'MetaProperty' || loads(callee.object)
}

function specifierOf(node: Expression): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return null
  const fixed = node.quasis[0]?.value.cooked ?? ''
  if (node.expressions.length === 0) return fixed
  const folder = fixed.slice(0, fixed.lastIndexOf('/') + 1)
  return folder === '' ? null : `${folder}*`
}
