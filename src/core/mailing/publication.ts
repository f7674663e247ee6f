/** Why a post that is out was not handed on to those who follow its channel, as it is kept with the delivery. */
export function unpublished(reason: string): string {
  return `posted, but not published to followers: ${reason}`
}
