/** Counts of a few things beside each other, such as kinds of vehicle: a bar each, its name before it and its number behind. */
import type { Chart, Shape } from './chart.ts'

interface Shares {
  counts: readonly { name: string; count: number }[]
  /** How a number is written. */
  written: (count: number) => string
  width: number
  height: number
  /** Of letters, in the drawing's units: smaller only where there is no room for so many rows. */
  size: number
}

/** Of the width, what the names may take: what is longer is cut, and stands whole in the table. */
const mostForNames = 0.5

/** How wide a letter is, of its size. */
const letter = 0.58

const cut = (name: string, longest: number): string =>
  name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`

export function shareBars({ counts, written, width, height, size: wanted }: Shares): Chart {
  const step = Math.min(height / Math.max(1, counts.length), wanted * 1.7)
  const size = Math.min(wanted, step / 1.3)
  const longest = Math.floor((width * mostForNames) / (size * letter))
  const drawn = counts.map(({ name, count }) => ({ name: cut(name, longest), count }))
  const names = Math.max(0, ...drawn.map(({ name }) => name.length)) * size * letter + size * 0.5
  const numbers = Math.max(0, ...counts.map(({ count }) => written(count).length)) * size * 0.65 + size * 0.5
  const room = Math.max(0, width - names - numbers)
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const shapes = drawn.flatMap(({ name, count }, index): Shape[] => {
    const middle = (index + 0.5) * step
    const long = count === 0 ? 0 : Math.max((count / most) * room, size / 10)
    return [
      { kind: 'text', x: names - size * 0.5, y: middle + size * 0.35, size, anchor: 'end', text: name },
      { kind: 'bar', x: names, y: middle - size * 0.45, width: long, height: size * 0.9, fill: 'solid' },
      {
        kind: 'text',
        x: names + long + size * 0.3,
        y: middle + size * 0.35,
        size,
        anchor: 'start',
        text: written(count),
      },
    ]
  })
  return { width, height, shapes: [{ kind: 'line', x1: names, y1: 0, x2: names, y2: step * counts.length }, ...shapes] }
}
