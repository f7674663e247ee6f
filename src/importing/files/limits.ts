/**
 * What a programme may take. The largest public ones that were seen (FOSDEM: 1,000 sessions, 3 MB of XML; 5,000
 * sessions as a spreadsheet: 2 MB) stay ten times below.
 */
export const limits = {
  /** Bytes of a file. */
  file: 32_000_000,
  /** Bytes that an archive (.xlsx, .docx) may hold once it is unpacked. */
  unpacked: 64_000_000,
  /** Rows and columns of a table. */
  rows: 20_000,
  columns: 400,
  /** How deep elements or lists may be nested. */
  depth: 200,
  /** Sessions, people, rooms and facts of one file together. */
  items: 50_000,
  pages: 500,
  /** Memory that reading may take beside what the program has, in bytes, and time in milliseconds. */
  memory: 700_000_000,
  ms: 60_000,
} as const
