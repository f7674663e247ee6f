import { userInfo } from 'node:os'

/** The name of the one who runs the program, or the number where the system knows no name for it, as in containers. */
export function userName(
  named: () => string = () => userInfo().username,
  numbered: () => number | undefined = () => process.getuid?.(),
): string {
  try {
    return named()
  } catch {
    return `uid-${numbered() ?? 'unknown'}`
  }
}
