import { parser } from '@prometheus-io/lezer-promql'

/** What an expression of Prometheus asks for: metrics with the labels they are matched by, and labels to group by. */
export type Asked = {
  readonly metrics: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[]
  readonly groupedBy: readonly string[]
}

/** Reads an expression by Prometheus' own grammar. Throws an Error where it is none. */
export function readPromql(expression: string): Asked {
  const metrics: { name: string; labels: Record<string, string> }[] = []
  const groupedBy: string[] = []
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      const text = expression.slice(from, to)
      if (type.isError) throw new Error(`no expression at ${from}: ${expression}`)
      if (type.name === 'VectorSelector') metrics.push({ name: '', labels: {} })
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.at(-1)!.name = text
      if (type.name === 'UnquotedLabelMatcher') {
        const [, label, value] = /^(\w+)\s*[=!~]+\s*"(.*)"$/.exec(text)!
        metrics.at(-1)!.labels[label!] = value!
      }
      if (type.name === 'LabelName' && node.parent?.name === 'GroupingLabels') groupedBy.push(text)
    },
  })
  return { metrics, groupedBy }
}
