import { readFileSync } from 'node:fs'

/** An instruction of a Dockerfile: its word, and what follows. */
export type Instruction = { readonly word: string; readonly rest: string }

/** The stages of a Dockerfile, each from its FROM on, with lines that go on joined and comments left out. */
export function readDockerfile(path = 'Dockerfile'): Instruction[][] {
  const text = readFileSync(path, 'utf8').replaceAll(/\\\n\s*/g, '')
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const instructions = lines.map((line): Instruction => {
    const [, word, rest] = /^(\w+)\s+(.*)$/.exec(line)!
    return { word: word!, rest: rest! }
  })
  const stages: Instruction[][] = []
  for (const instruction of instructions)
    if (instruction.word === 'FROM') stages.push([instruction])
    else stages.at(-1)?.push(instruction)
  return stages
}

/** What follows a word that comes once in a stage. Throws an Error where it is missing. */
export function only(stage: readonly Instruction[], word: string): string {
  const found = stage.filter((one) => one.word === word)
  if (found.length !== 1) throw new Error(`${word} comes ${found.length} times in a stage of the Dockerfile`)
  return found[0]!.rest
}

/** The settings of a stage. */
export function environmentOf(stage: readonly Instruction[]): Record<string, string> {
  const pairs = stage.filter(({ word }) => word === 'ENV').map(({ rest }) => rest.split(/=(.*)/s))
  return Object.fromEntries(pairs.map(([name, value]) => [name!, value!]))
}

/** The words of a command that is written as a list: `["node", "bin/jauap.js"]`, also behind options. */
export function commandIn(rest: string): string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[]
}
