/** The bot, and the server in which it is. */
export const application = '9000'
export const guild = '7000'

/** View Channel, Send Messages (in Threads), Embed Links, Attach Files, Mention Everyone. */
export const everything = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 14n) | (1n << 15n) | (1n << 17n)
