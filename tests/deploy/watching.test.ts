import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
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

/** Values that a label may have, beside those that a test brings about: src/core/mailing/delivery.ts, outcome.ts. */
const values: Readonly<Record<string, readonly string[]>> = {
  outcome: ['sent', 'failed', 'uncertain'],
  status: ['answered', 'clarify', 'unknown', 'social'],
  job: ['jauap'],
}

/** The metrics of /metrics by name, each with its labels, after a question on each platform and an announcement. */
async function metricsInUse(): Promise<Map<string, Set<string>>> {
  await using api = await startBotApi()
  await using discord = await startDiscord()
  await using bot = startInProcess({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    ORGANIZERS: 'telegram:99',
  })
  const [, address] = await bot.said(/listening on (\S+)/)
  await Promise.all([bot.said(/"ready"/), bot.said(/commands registered/)])
  api.push(aMessage({ from: { id: 7 }, text: 'When is the summit?' }))
  const command = aCommand('ask', { id: '8', locale: 'en-US' }, { question: 'When is the summit?' })
  discord.gateway.dispatch('INTERACTION_CREATE', command)
  await api.until(() => api.shown(7).length > 0, 'an answer in Telegram')
  await discord.until(() => discord.answersTo(command.id).length > 0, 'an answer in Discord')
  const text = await (await fetch(`${address}/metrics`)).text()
  const found = new Map<string, Set<string>>()
  for (const [, name, labels = ''] of text.matchAll(/^([a-z_]+)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.getOrInsertComputed(name!, () => new Set<string>())
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label!)
  }
  // None was delivered: the counter has its name all the same, and these labels (src/operation/metrics.ts).
  expect(text).toContain('# TYPE jauap_deliveries_total counter')
  expect(text).toContain('# TYPE jauap_platform_errors_total counter')
  found.set('jauap_deliveries_total', new Set(['platform', 'outcome']))
  found.set('jauap_platform_errors_total', new Set(['platform']))
  return found
}

describe('alerts and dashboard', () => {
  test('ask for nothing that /metrics does not tell', async () => {
    const told = await metricsInUse()
    const labelsOf = (metric: string): string[] | undefined => {
      const own = ofPrometheus.metrics.includes(metric) ? new Set<string>() : told.get(metric)
      return own && [...own, ...ofPrometheus.labels]
    }
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
      const { groupedBy } = readPromql(expr)
      const kept = /\bby\b/.test(expr) ? groupedBy : ['platform', ...ofPrometheus.labels]
      expect(kept, alert).toEqual(expect.arrayContaining(used))
    }
  })
})

test('an expression that is none is refused', () => {
  expect(() => readPromql('rate(jauap_questions_total[5m)')).toThrow(/no expression/)
})
