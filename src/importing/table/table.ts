/** A sheet as its cells show it, row by row. Days are "2026-06-10", times "09:30", moments both. */
export type Table = {
  /** What the sheet is called; the file's name for a file of one table. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}
