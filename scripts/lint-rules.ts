/**
 * Rules of this house that the linter lacks, as a plugin for it (oxc.rs/docs/guide/usage/linter/js-plugins). The
 * formatter breaks code at 120 columns, but neither comments nor texts; and what is exported and longer than a glance
 * says what it is for.
 */

/** The same as in .editorconfig and .oxfmtrc.json. */
const longestLine = 120

/** A function that fits on so many lines explains itself. */
const plainLines = 10

type Place = { readonly line: number; readonly column: number }
type Node = {
  readonly type: string
  readonly loc: { readonly start: Place; readonly end: Place }
  readonly range: readonly [number, number]
  readonly declaration?: Node | null
  readonly id?: { readonly name: string } | null
}
type Context = {
  readonly sourceCode: {
    readonly lines: readonly string[]
    readonly getCommentsBefore: (node: Node) => readonly { readonly type: string; readonly value: string }[]
  }
  readonly report: (problem: {
    readonly loc: { readonly start: Place; readonly end: Place }
    readonly message: string
  }) => void
}
type Rule = { readonly create: (context: Context) => { readonly [visited: string]: (node: Node) => void } }

const lineLength: Rule = {
  create: (context) => ({
    Program() {
      for (const [at, line] of context.sourceCode.lines.entries()) {
        if (line.length <= longestLine) continue
        const start = { line: at + 1, column: longestLine }
        const message = `This line has ${line.length} columns; break it before column ${longestLine}.`
        context.report({ loc: { start, end: { line: at + 1, column: line.length } }, message })
      }
    },
  }),
}

const docstring: Rule = {
  create: (context) => ({
    ExportNamedDeclaration(node) {
      const declared = node.declaration
      if (declared?.type !== 'FunctionDeclaration') return
      if (declared.loc.end.line - declared.loc.start.line < plainLines) return
      const told = context.sourceCode
        .getCommentsBefore(node)
        .some(({ type, value }) => type === 'Block' && value.startsWith('*'))
      if (told) return
      const name = declared.id?.name ?? 'This function'
      const message = `${name} is exported and long: say above it what a signature can't.`
      context.report({ loc: { start: declared.loc.start, end: declared.loc.start }, message })
    },
  }),
}

export default { meta: { name: 'house' }, rules: { 'line-length': lineLength, docstring } }
