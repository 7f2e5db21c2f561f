/**
 * Two counts for each of a row of things, such as in and out by the hour: one as bars above a line, the other below it, of
 * one scale. The largest of each has its number beside it, and every bar of a row of few.
 */
import type { Chart, Fill, Shape } from './chart.ts'

/** One place in the row. `name`: null where the names beside it say enough. */
export interface Pair {
  name: string | null
  above: number
  below: number
}

interface TwoWay {
  pairs: readonly Pair[]
  /** What the bars above and below the line are. */
  above: string
  below: string
  /** How a number is written. */
  written: (count: number) => string
  width: number
  height: number
  /** Of letters, in the drawing's units. */
  size: number
}

/** Bars of a row that is so short have each its number. */
const few = 12

export function twoWayBars(given: TwoWay): Chart {
  const { pairs, width, height, size } = given
  const band = size * 1.3
  // What is what; above the bars their numbers; between the lines the names; below the bars their numbers.
  const room = (height - 4 * band) / 2
  const most = Math.max(1, ...pairs.flatMap(({ above, below }) => [above, below]))
  const top = 2 * band + room
  const bottom = top + band
  const step = width / Math.max(1, pairs.length)
  const isLargest = (way: 'above' | 'below', index: number): boolean =>
    index === pairs.findIndex((pair) => pair[way] === Math.max(...pairs.map((each) => each[way])))
  // What stands at an outer bar stays within the drawing.
  const text = (index: number, y: number, said: string): Shape => {
    const half = (said.length * size) / 3.2
    const x = Math.min(Math.max((index + 0.5) * step, half), width - half)
    return { kind: 'text', x, y, size, anchor: 'middle', text: said }
  }
  const bar = (count: number, way: 'above' | 'below', index: number): Shape[] => {
    if (count === 0) return []
    const tall = Math.max((count / most) * room, size / 10)
    const fill: Fill = way === 'above' ? 'solid' : 'hatched'
    const y = way === 'above' ? top - tall : bottom
    const drawn: Shape = { kind: 'bar', x: (index + 0.12) * step, y, width: step * 0.76, height: tall, fill }
    if (pairs.length > few && !isLargest(way, index)) return [drawn]
    return [drawn, text(index, way === 'above' ? y - size * 0.3 : bottom + tall + size, given.written(count))]
  }
  return {
    width,
    height,
    shapes: [
      ...key(given),
      { kind: 'line', x1: 0, y1: top, x2: width, y2: top },
      { kind: 'line', x1: 0, y1: bottom, x2: width, y2: bottom },
      ...pairs.flatMap(({ above, below, name }, index): Shape[] => [
        ...bar(above, 'above', index),
        ...bar(below, 'below', index),
        ...(name === null ? [] : [text(index, top + size, name)]),
      ]),
    ],
  }
}

/** What is above and what below, beside each other. */
function key({ above, below, width, size }: TwoWay): Shape[] {
  const one = (text: string, fill: Fill, x: number): Shape[] => [
    { kind: 'bar', x, y: size * 0.3, width: size * 0.7, height: size * 0.7, fill },
    { kind: 'text', x: x + size, y: size, size, anchor: 'start', text },
  ]
  return [...one(above, 'solid', 0), ...one(below, 'hatched', width / 2)]
}
