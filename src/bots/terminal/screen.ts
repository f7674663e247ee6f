import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'

/** What is known of the place that answers are written to. */
export type Screen = {
  /** How many letters a line has; undefined where lines are not to be broken, as in a file. */
  readonly columns: number | undefined
  /** Whether letters may be coloured. */
  readonly coloured: boolean
}

/** A place that is no screen: lines stay as they are. */
export const noScreen: Screen = { columns: undefined, coloured: false }

/** Narrower than this, breaking lines helps nobody. */
const fewestColumns = 20

/** The screen that a stream writes to. Colours are for whoever did not ask for none: no-color.org. */
export function screenOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number; readonly hasColors?: () => boolean },
  { NO_COLOR: noColour = '' }: Readonly<Record<string, string | undefined>>,
): Screen {
  if (!stream.isTTY) return noScreen
  return { columns: stream.columns, coloured: noColour === '' && (stream.hasColors?.() ?? false) }
}

/** An answer as lines of a screen: broken between words, items of a list indented, the first line standing out. */
export function fitted(text: string, { columns, coloured }: Screen): string {
  const [first = [], ...others] = text.split('\n').map((line) => broken(line, columns))
  return [...first.map((line) => styled('bold', line, coloured)), ...others.flat()].join('\n')
}

/** Words in a style, where there are styles. */
export function styled(style: 'bold' | 'dim', words: string, coloured: boolean): string {
  return coloured && words !== '' ? styleText(style, words, { validateStream: false }) : words
}

function broken(line: string, columns: number | undefined): string[] {
  if (columns === undefined || columns < fewestColumns) return [line]
  const [mark] = /^\s*(?:[•–-]|\d+[.)])?\s*/.exec(line)!
  const indent = ' '.repeat(mark.length)
  const lines = wrapAnsi(line.slice(mark.length), columns - mark.length, { trim: true }).split('\n')
  return lines.map((one, at) => (at === 0 ? mark : indent) + one)
}
