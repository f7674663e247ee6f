import { parseArgs } from 'node:util'
import { startProgram } from '../support/process.ts'
import { startBotApi } from '../support/telegram/server.ts'
import { aMessage } from '../support/telegram/updates.ts'

/**
 * Questions of many people at a rate: how long each waits, beyond the server's own delay (none here). With
 * `--limit 30` the server answers more than so many messages a second with 429, as Telegram does.
 * `node tests/bench/telegram.ts [--people 200] [--each 5] [--rate 25] [--limit 30]`
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    each: { type: 'string', default: '5' },
    rate: { type: 'string', default: '25' },
    limit: { type: 'string' },
    webhook: { type: 'boolean', default: false },
  },
})
const [people, each, rate] = [Number(values.people), Number(values.each), Number(values.rate)]
const questions = [
  'When is the summit?',
  'Где прошла третья консультация?',
  'ЮНИСЕФ серіктес пе?',
  'How many themes are there?',
  'кто партнёры',
]

await using api = await startBotApi()
if (values.limit !== undefined) api.perSecond = Number(values.limit)
await using bot = startProgram({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root })
await bot.said(/"ready"/)

const asked = new Map<number, number[]>()
const start = performance.now()
for (let at = 0; at < people * each; at++) {
  const person = 1000 + (at % people)
  const due = start + (at * 1000) / rate
  if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
  asked.getOrInsertComputed(person, () => []).push(performance.now())
  api.push(
    aMessage({ from: { id: person, language: 'en' }, text: questions[Math.floor(at / people) % questions.length]! }),
  )
}
const sent = () => api.calls.filter(({ method, status }) => method === 'sendMessage' && status === 200)
const deadline = performance.now() + 120_000
while (sent().length < people * each && performance.now() < deadline)
  await new Promise((resolve) => setTimeout(resolve, 50))

const waits = [...asked]
  .flatMap(([person, times]) => {
    const answers = sent()
      .filter(({ payload }) => payload.chat_id === person)
      .map(({ at }) => at)
    return times.map((time, nth) => (answers[nth] ?? Infinity) - time)
  })
  .toSorted((a, b) => a - b)
const refused = api.calls.filter(({ status }) => status === 429).length
const ms = (share: number): string => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))]!.toFixed(1)
const limit = values.limit === undefined ? '' : `, server allows ${values.limit}/s`
console.log(`${people} people, ${each} questions each, ${rate}/s${limit}`)
const seconds = ((performance.now() - start) / 1000).toFixed(1)
console.log(
  `answered ${sent().length}, refused with 429 ${refused}, violations ${api.violations.length}, in ${seconds} s`,
)
console.log(`wait p50 ${ms(0.5)} ms, p99 ${ms(0.99)} ms, longest ${ms(1)} ms`)
