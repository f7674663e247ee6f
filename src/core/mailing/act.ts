/** "telegram:99", "discord:99", "terminal:aigerim", or "jauap" for what the program does by itself. */
export type Who = string

/** What somebody did to a mailing or to a destination, and when. */
export type Act = {
  readonly act:
    | 'create'
    | 'amend'
    | 'propose'
    | 'schedule'
    | 'start'
    | 'pause'
    | 'resume'
    | 'finish'
    | 'cancel'
    | 'correct'
    | 'recall'
    | 'retry'
    | 'publish'
    | 'approve'
    | 'refuse'
    | 'languages'
  readonly who: Who
  readonly at: Date
  /** What was before, or why. */
  readonly detail?: string | undefined
}
