import type { Screen } from '../../../core/desk/screens.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import type { Context } from '../context.ts'
import { shown, type Response } from '../responses.ts'

/** A command that opens a page. */
export function opens(screen: Screen): (context: Context, visitor: Visitor) => Promise<Response> {
  return async (context, visitor) => shown(context, await context.desk.open(visitor, screen))
}

/** All that is to come as a file, if there is anything. */
export async function sendCalendar(context: Context, visitor: Visitor): Promise<Response> {
  const found = await context.desk.calendar(visitor)
  return 'content' in found ? { ...shown(context, found.page), file: found } : shown(context, found)
}

export async function forget(context: Context, visitor: Visitor): Promise<Response> {
  return shown(context, await context.desk.forget(visitor))
}
