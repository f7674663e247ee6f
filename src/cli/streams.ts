/** Where a command reads what it is given and writes what it comes to; `process` is one. What is refused is thrown. */
export type Streams = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { readonly isTTY?: boolean; readonly write: (text: string) => unknown }
}
