import { at, type Look } from './warning.ts'

/** Addresses that lead nowhere though they have the form of one. */
export const oddLinks: Look = (checked) =>
  checked.pack.entries.flatMap((entry) => {
    const { links = [], images = [], files = [], emails = [] } = entry.details
    const addresses = [...links, ...images, ...files].map(({ url }) => url)
    return [
      ...addresses.flatMap((url) => {
        const why = oddness(url)
        return why === undefined ? [] : [at(entry, checked, 'links', `${url} ${why}`)]
      }),
      ...emails
        .filter((email) => isMadeUp(email.split('@')[1] ?? ''))
        .map((email) => at(entry, checked, 'email', `${email} is an example; write your own address`)),
    ]
  })

function oddness(url: string): string | undefined {
  if (!/^https?:/i.test(url)) return undefined
  if (/^https?:\/\/https?:/i.test(url)) return 'begins twice; leave out one https://'
  if (/[.,;:)\]»"']$/.test(url)) return 'ends in a sign of the sentence around it; leave that out'
  if (!URL.canParse(url)) return 'is no address; copy it from the browser anew'
  const { hostname } = new URL(url)
  if (hostname === 'localhost' || /^(?:127|10|192\.168)\./.test(hostname))
    return 'leads to your own computer; write the public address'
  if (!hostname.includes('.')) return 'has no dot in its name; copy it from the browser anew'
  return isMadeUp(hostname) ? 'is an example; write your own address' : undefined
}

/** Names that are kept for examples (RFC 2606). */
function isMadeUp(host: string): boolean {
  return /(?:^|\.)example(?:\.(?:com|org|net))?$/i.test(host)
}
