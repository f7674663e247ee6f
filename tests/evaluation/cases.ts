import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { languages } from '../../src/knowledge/language.ts'
import { typedOnLayout } from './disturb.ts'

const shared = { id: z.string(), language: z.enum(languages), kind: z.string(), writer: z.string().default('authors') }
const turns = { text: z.string().optional(), turns: z.array(z.string()).min(2).optional() }

/** One question and what its answer must hold: every condition, by one of its alternatives ("13–15 May|13-15 May"). */
const answerable = z.strictObject({ ...shared, ...turns, expect: z.array(z.string()).min(1) })
const unanswerable = z.strictObject({ ...shared, ...turns, status: z.enum(['unknown', 'social']) })

export type Case = {
  readonly id: string
  readonly language: (typeof languages)[number]
  readonly kind: string
  /** Who wrote it: figures are told for each, since one hand's words may have taught the pack. */
  readonly writer: string
  /** What the person types, the last of them the question that counts. */
  readonly turns: readonly string[]
  /** Empty when the pack does not say, and for small talk. */
  readonly expect: readonly string[]
  /** Whether it is small talk, which is to be recognised. */
  readonly social: boolean
}

/** Questions of these files, or all of tests/evaluation, with "layout" ones typed on the wrong keyboard layout. */
export function readCases(paths: readonly string[] = filesIn('.')): Case[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readCase),
  )
}

/** The question files of a directory beside this file. */
export function filesIn(name: '.' | 'hands'): string[] {
  const directory = fileURLToPath(new URL(`${name}/`, import.meta.url))
  return readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => directory + name)
}

function readCase(line: string): Case {
  const read = z.union([answerable, unanswerable]).parse(JSON.parse(line))
  const { id, language, kind, writer } = read
  const typed = read.turns ?? [read.text ?? '']
  return {
    id,
    language,
    kind,
    writer,
    turns: kind === 'layout' ? typed.map((text) => typedOnLayout(text, language)) : typed,
    expect: 'expect' in read ? read.expect : [],
    social: 'status' in read && read.status === 'social',
  }
}

/** Whether a text holds every condition, by the rules of the fact list: no case, ё is е. */
export function holds(text: string, expect: readonly string[]): boolean {
  const plain = flatten(text)
  return expect.every((condition) =>
    condition.split('|').some((alternative) => plain.includes(flatten(alternative.trim()))),
  )
}

function flatten(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
