import { z } from 'zod'
import { nameTopic } from '../../core/announcements/name-topic.ts'
import { nobody } from '../../core/mailing/topic-store.ts'
import { currentTopics, longestTopic, mostTopics, topicName, type Topic } from '../../core/mailing/topic.ts'
import { readValue } from './draft-file.ts'
import { AnnounceError, language, type Result, type VerbTools } from './verb.ts'

const name = z.string('write a name').trim().min(1, 'write a name').max(longestTopic).optional()

/** A topic under its names, in one language or more. */
const shape = z.array(
  z
    .strictObject({ kk: name, ru: name, en: name })
    .refine((names) => Object.values(names).some(Boolean), 'write a name in kk, ru or en'),
)

/** `topics`: those that announcements may be about, with how many follow each by name; --file names more of them. */
export async function topics({ store, values, stdin, by }: VerbTools): Promise<Result> {
  if (values.file !== undefined) await nameAll(await readValue(values.file, stdin), store, by.now)
  const [all, following] = await Promise.all([store.topics.all(), store.topics.following()])
  const rows = currentTopics(all).map((topic) => {
    const { id, name: names } = topic
    return { id, names, ...(following.get(id) ?? nobody), title: topicName(topic, language) }
  })
  return {
    json: { topics: rows.map(({ title: _shown, ...row }) => row) },
    lines:
      rows.length === 0
        ? ['there are no topics yet; to name some: announce topics --file FILE, or Topics in /announce']
        : rows.map(({ id, title, people, chats }) => `${id}\t${title}\tpeople: ${people}, chats: ${chats}`),
  }
}

/** What is called so already gets the names that are new; those of two topics are given to neither. */
async function nameAll(value: unknown, { topics: store }: VerbTools['store'], now: Date): Promise<void> {
  const read = shape.safeParse(value)
  if (!read.success) throw new AnnounceError(`these are no topics:\n${z.prettifyError(read.error)}`)
  for (const [at, names] of read.data.entries()) {
    const given = Object.fromEntries(Object.entries(names).filter(([, one]) => one !== undefined))
    const named = await nameTopic('', given, store, now)
    const renamed = named.kind === 'taken' ? await nameTopic(named.by.id, given, store, now) : named
    if (renamed.kind === 'tooMany')
      throw new AnnounceError(`there can be ${mostTopics} topics; end one in /announce first`)
    if (named.kind === 'taken' && renamed.kind === 'taken')
      throw new AnnounceError(
        `[${at}] is ${JSON.stringify(given)}: topics ${shown(named.by)} and ${shown(renamed.by)} are called so; ` +
          'name each by itself, or end one of them in /announce',
      )
  }
}

function shown(topic: Topic): string {
  return `${topic.id} (${topicName(topic, language)})`
}
