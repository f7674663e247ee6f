import { load } from 'js-yaml'
import { z } from 'zod'
import { languages, type Language } from '../knowledge/language.ts'
import type { Topic } from './topic.ts'

const words = z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() })
const topicsShape = z.record(z.string(), words.extend({ text: words.optional() }).strict())
const aspectsShape = z.record(z.string(), z.string())
const textsShape = z.record(z.string(), z.array(z.string()))

type File = { readonly name: string; readonly text: string }

/**
 * Topics of `topics.yaml` (from ids to titles by language) and of `aspects.yaml`
 * (from ids to what belongs to them), with their questions of `questions.LANGUAGE.WRITER.yaml` and what organizers write
 * of `told.LANGUAGE.yaml`. Throws an Error that names the file and what is wrong in it.
 *
 * @public Loaded when a pack is compiled, by a `require` that tools do not follow.
 */
export function topicsIn(files: readonly File[]): Topic[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  const topics = Object.entries(read(byName.get(topicsName)!, topicsShape)).map(([id, { text, ...title }]) => ({
    id,
    title,
    text: text ?? {},
    ...noTexts(),
  }))
  const aspects = Object.keys(read(byName.get(aspectsName)!, aspectsShape)).map((id) => ({
    id,
    ...unnamed,
    ...noTexts(),
  }))
  const all = new Map([...topics, ...aspects].map((topic) => [topic.id, topic]))
  for (const file of files) if (file.name !== topicsName && file.name !== aspectsName) readTexts(file, all)
  return [...all.values()]
}

function readTexts(file: File, topics: ReadonlyMap<string, ReturnType<typeof noTexts>>): void {
  const [, kind, code] = /^(questions|told)\.(\w+)\./.exec(file.name) ?? []
  const language = languages.find((one) => one === code)
  if (!language)
    throw new Error(`src/topics/${file.name}: name it questions.LANGUAGE.WRITER.yaml or told.LANGUAGE.yaml`)
  for (const [id, texts] of Object.entries(read(file, textsShape))) {
    const topic = topics.get(id)
    if (!topic) throw new Error(`src/topics/${file.name}: ${id} is in neither ${topicsName} nor ${aspectsName}`)
    topic[kind === 'told' ? 'told' : 'questions'][language].push(...texts)
  }
}

const unnamed = { title: {}, text: {} }

function noTexts() {
  const empty = (): Record<Language, string[]> => ({ kk: [], ru: [], en: [] })
  return { questions: empty(), told: empty() }
}

const topicsName = 'topics.yaml'
const aspectsName = 'aspects.yaml'

function read<T extends z.ZodType>({ name, text }: File, shape: T): z.output<T> {
  const result = shape.safeParse(load(text) ?? {})
  if (!result.success) throw new Error(`src/topics/${name}: ${z.prettifyError(result.error)}`)
  return result.data
}
