import type { Kysely } from 'kysely'

/** The tables as this step finds them, as far as it reads and fills them. */
type Before = {
  mailings: { id: number; content: string }
  inputs: { platform: string; person: string; text: string | null }
  attachments: { id: number; bytes: Uint8Array }
}

type OldRef = { readonly id: string; readonly name: string; readonly type: string }

/**
 * A mailing carries any number of files, not one: `attachment` of its content becomes `attachments`, with their sizes.
 * `albums` remembers what the first message of an album was taken for, by which those that follow find their place.
 */
export async function createAlbums(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('albums')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('album', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('announcement', 'integer')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('albums_key', ['platform', 'person', 'album'])
    .execute()
  await listFilesOfMailings(db)
  await listFilesOfOffers(db)
}

async function listFilesOfMailings(db: Kysely<Before>): Promise<void> {
  const rows = await db
    .selectFrom('mailings')
    .select(['id', 'content'])
    .where('content', 'like', '%"attachment":%')
    .execute()
  for (const { id, content } of rows) {
    const { attachment, ...rest } = JSON.parse(content) as { attachment?: OldRef }
    // The words may stand in a text.
    if (attachment === undefined) continue
    const changed = { ...rest, attachments: [await measured(db, attachment)] }
    await db
      .updateTable('mailings')
      .set({ content: JSON.stringify(changed) })
      .where('id', '=', id)
      .execute()
  }
}

/** What was entered, and waits for a "yes". */
async function listFilesOfOffers(db: Kysely<Before>): Promise<void> {
  const rows = await db.selectFrom('inputs').selectAll().where('text', 'like', '%"file":%').execute()
  for (const { platform, person, text } of rows) {
    const { file, ...rest } = JSON.parse(text ?? '{}') as { file?: OldRef }
    if (file === undefined) continue
    const changed = { ...rest, files: [await measured(db, file)] }
    await db
      .updateTable('inputs')
      .set({ text: JSON.stringify(changed) })
      .where('platform', '=', platform)
      .where('person', '=', person)
      .execute()
  }
}

async function measured(db: Kysely<Before>, ref: OldRef): Promise<OldRef & { readonly size: number }> {
  const row = await db
    .selectFrom('attachments')
    .select((is) => is.fn<number | string>('length', ['bytes']).as('size'))
    .where('id', '=', Number(ref.id))
    .executeTakeFirst()
  return { ...ref, size: Number(row?.size ?? 0) }
}
