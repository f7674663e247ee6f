import type { Result } from './judge.ts'
import { percent } from './shares.ts'

/** Answers of about one confidence: `mean` of it, and how many of them were right. */
export type Bin = { readonly mean: number; readonly asked: number; readonly right: number }

const width = 0.1

/** What was told, by confidence in tenths, the least sure first; tenths without an answer are left out. */
export function binsOf(results: readonly Result[]): Bin[] {
  const told = results.filter(({ outcome }) => outcome === 'correct' || outcome === 'wrong' || outcome === 'false')
  const groups = Map.groupBy(told, ({ confidence }) => Math.min(1 / width - 1, Math.floor(confidence / width)))
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([, group]) => ({
      mean: group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
      asked: group.length,
      right: group.filter(({ outcome }) => outcome === 'correct').length,
    }))
}

/** The bins as a table. */
export function reliabilityTable(bins: readonly Bin[]): string {
  const rows = bins.map(
    ({ mean, asked, right }) =>
      `${mean.toFixed(2).padStart(10)}${String(asked).padStart(10)}${percent(right, asked).padStart(10)}`,
  )
  return ['confidence   answers     right', ...rows].join('\n')
}

const size = 320
const edge = 40

/**
 * The bins as a picture (SVG): confidence to the right, the share that was right upwards; a dot's area is how many
 * answers it stands for. On the line, answers are as often right as they claim.
 */
export function reliabilityPlot(bins: readonly Bin[], title: string): string {
  const all = bins.reduce((sum, { asked }) => sum + asked, 0)
  const at = (share: number): number => Math.round(edge + share * size)
  const dots = bins.map(({ mean, asked, right }) => {
    const radius = (3 + 22 * Math.sqrt(asked / all)).toFixed(1)
    const circle = `cx="${at(mean)}" cy="${at(1 - right / asked)}" r="${radius}"`
    return `  <circle ${circle}><title>${asked} answers</title></circle>`
  })
  const ticks = [0, 0.5, 1].flatMap((share) => [
    `  <text x="${at(share)}" y="${at(1) + 18}" text-anchor="middle">${share}</text>`,
    `  <text x="${edge - 8}" y="${at(1 - share) + 4}" text-anchor="end">${share}</text>`,
  ])
  const whole = size + 2 * edge
  const font = 'font-family="sans-serif" font-size="12"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" ${font}>`,
    `  <title>${title}</title>`,
    `  <rect width="100%" height="100%" fill="white"/>`,
    `  <rect x="${edge}" y="${edge}" width="${size}" height="${size}" fill="none" stroke="#888"/>`,
    `  <line x1="${at(0)}" y1="${at(1)}" x2="${at(1)}" y2="${at(0)}" stroke="#bbb" stroke-dasharray="4"/>`,
    ...ticks,
    `  <g fill="#2b6cb0" fill-opacity="0.7">`,
    ...dots,
    `  </g>`,
    `  <text x="${at(0.5)}" y="${at(1) + 34}" text-anchor="middle">confidence</text>`,
    `  <text x="${edge}" y="${edge - 14}">${title}</text>`,
    `</svg>`,
    '',
  ].join('\n')
}
