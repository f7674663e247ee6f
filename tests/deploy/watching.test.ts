import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { AnswerFacts } from '../../src/core/desk/asking.ts'
import type { Settlement } from '../../src/core/mailing/delivery.ts'
import { createMetrics } from '../../src/operation/metrics.ts'
import { aCommand } from '../support/discord/events.ts'
import { startDiscord } from '../support/discord/server.ts'
import { startInProcess } from '../support/in-process.ts'
import { readPromql } from '../support/promql.ts'
import { startBotApi } from '../support/telegram/server.ts'
import { aMessage } from '../support/telegram/updates.ts'

type Rule = { alert: string; expr: string; annotations: Record<string, string> }
type Panel = { title: string; targets: { expr: string; legendFormat: string }[] }

const { groups } = parse(readFileSync('deploy/prometheus/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] }
const rules = groups.flatMap((group) => group.rules)
const { panels } = JSON.parse(readFileSync('deploy/grafana/jauap.json', 'utf8')) as { panels: Panel[] }

/** What Prometheus adds to what it scrapes, and makes itself. */
const ofPrometheus = { labels: ['job', 'instance'], metrics: ['up'] }

/** Every way in which an answer and a delivery end, held to be all by their types. */
const statuses = Object.keys({ answered: 1, clarify: 1, unknown: 1, social: 1 } satisfies Record<
  AnswerFacts['status'],
  1
>)
const outcomes = Object.keys({ sent: 1, failed: 1, uncertain: 1 } satisfies Record<Ended, 1>)
type Ended = Exclude<Settlement['state'], 'pending'>

/** The values that a label of an expression may have; the job is the one that operators are told to name. */
const values: Readonly<Record<string, readonly string[]>> = {
  outcome: outcomes,
  status: statuses,
  job: [...readFileSync('docs/operations.md', 'utf8').matchAll(/job_name: (\w+)/g)].map(([, name]) => name!),
}

/** The metrics that a program tells by name, each with its labels, after a question on each platform. */
async function metricsInUse(): Promise<string> {
  await using api = await startBotApi()
  await using discord = await startDiscord()
  await using bot = startInProcess({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
  })
  const [, address] = await bot.said(/listening on (\S+)/)
  await Promise.all([bot.said(/"ready"/), bot.said(/commands registered/)])
  api.push(aMessage({ from: { id: 7 }, text: 'When is the summit?' }))
  const command = aCommand('ask', { id: '8', locale: 'en-US' }, { question: 'When is the summit?' })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  await api.until(() => api.shown(7).length > 0, 'an answer in Telegram')
  await discord.until(() => discord.answersTo(command.id).length > 0, 'an answer in Discord')
  return (await fetch(`${address}/metrics`)).text()
}

/** The same counters once a platform has failed and deliveries have ended, which no question brings about. */
async function metricsOfTrouble(): Promise<string> {
  const metrics = createMetrics()
  metrics.failed('telegram')
  for (const outcome of outcomes) metrics.delivered('telegram', outcome)
  return metrics.text()
}

/** The labels of each metric in texts of `/metrics`. */
function labelsIn(texts: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, name, labels = ''] of texts.join('\n').matchAll(/^([a-z_]+)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.getOrInsertComputed(name!, () => new Set<string>())
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label!)
  }
  return found
}

describe('alerts and dashboard', () => {
  let told: Map<string, Set<string>>
  beforeAll(async () => void (told = labelsIn([await metricsInUse(), await metricsOfTrouble()])))

  const labelsOf = (metric: string): string[] | undefined => {
    const own = ofPrometheus.metrics.includes(metric) ? new Set<string>() : told.get(metric)
    return own && [...own, ...ofPrometheus.labels]
  }

  test('ask for nothing that /metrics does not tell', () => {
    const expressions = [
      ...rules.map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ]
    for (const expression of expressions) {
      const { metrics, groupedBy } = readPromql(expression)
      expect(metrics, expression).not.toEqual([])
      for (const { name, labels } of metrics) {
        expect(labelsOf(name), `${name} in ${expression}`).toBeDefined()
        expect(labelsOf(name), expression).toEqual(expect.arrayContaining([...Object.keys(labels), ...groupedBy]))
        for (const [label, value] of Object.entries(labels)) expect(values[label], expression).toContain(value)
      }
    }
  })

  test('name labels that are there when they name what it is about', () => {
    for (const { alert, expr, annotations } of rules) {
      const used = [...JSON.stringify(annotations).matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label)
      const { metrics, groupedBy } = readPromql(expr)
      const kept = /\bby\b/.test(expr) ? groupedBy : metrics.flatMap(({ name }) => labelsOf(name)!)
      expect(kept, alert).toEqual(expect.arrayContaining(used))
    }
  })
})

test('an expression that is none is refused', () => {
  expect(() => readPromql('rate(jauap_questions_total[5m)')).toThrow(/no expression/)
})
