import type { AutocompleteInteraction } from 'discord.js'
import { shorten } from '../../shorten.ts'
import type { Context } from '../context.ts'
import { persist } from '../persist.ts'
import { unlessAcknowledged } from '../respond.ts'
import { visitorOf } from '../visitor.ts'

/** What a choice of an entry sends in place of a question; its key follows. */
const chosenEntry = 'entry:'

/** discord.com/developers/docs/interactions/receiving-and-responding: names and values of choices. */
const longestChoice = 100

/**
 * Choices while a question is typed: an entry sends its id, the answer to what was typed asks for it as it was typed.
 */
export async function complete(context: Context, interaction: AutocompleteInteraction): Promise<void> {
  const { desk, keys } = context
  const typed = interaction.options.getFocused()
  const articles = await desk.articles(visitorOf(interaction, context), typed)
  const choices = articles.flatMap(({ entry, title, facts }) => {
    if (entry !== undefined) {
      const key = keys.inButton(entry, longestChoice - chosenEntry.length)
      const name = shorten([title, facts].filter(Boolean).join(' — '), longestChoice)
      return [{ name, value: `${chosenEntry}${key}` }]
    }
    return typed.length <= longestChoice ? [{ name: shorten(title, longestChoice), value: typed }] : []
  })
  await persist(() => interaction.respond(choices)).catch(unlessAcknowledged)
}

/** The key of the entry that was chosen; undefined for a question. */
export function entryChosen(question: string): string | undefined {
  return question.startsWith(chosenEntry) ? question.slice(chosenEntry.length) : undefined
}
