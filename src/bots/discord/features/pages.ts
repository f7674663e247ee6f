import type { Screen } from '../../../core/desk/screens.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Context } from '../context.ts'
import { shown, type Response } from '../responses.ts'

/** A command that opens a page. */
export function opens(screen: Screen): (context: Context, visitor: Visitor) => Promise<Response> {
  return async (context, visitor) => shown(context, await context.desk.open(visitor, screen))
}

/** All that is to come as a file, if there is anything; of several events, those to choose. */
export async function sendCalendar(context: Context, visitor: Visitor): Promise<Response> {
  const given = await context.desk.calendar(visitor)
  return given.kind === 'file' ? { ...shown(context, given.file.page), file: given.file } : shown(context, given.page)
}

export async function forget(context: Context, visitor: Visitor): Promise<Response> {
  return shown(context, await context.desk.forget(visitor))
}
