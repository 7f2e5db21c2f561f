import { expect, test } from 'vitest'
import { twoWayBars, type Pair } from '../../../../shared/chart/two-way-bars.ts'

const drawn = (pairs: readonly Pair[]) =>
  twoWayBars({ pairs, above: 'in', below: 'out', written: String, width: 600, height: 300, size: 20 })

const barsOf = (pairs: readonly Pair[]) =>
  // The first two say what is what.
  drawn(pairs)
    .shapes.filter((shape) => shape.kind === 'bar')
    .slice(2)
const textsOf = (pairs: readonly Pair[]) =>
  drawn(pairs).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

const hours = (above: (hour: number) => number): Pair[] =>
  Array.from({ length: 24 }, (_, hour) => ({
    name: hour % 3 === 0 ? String(hour) : null,
    above: above(hour),
    below: 1,
  }))

test('both ways have one scale, and differ in more than a colour', () => {
  const [above, below] = barsOf([{ name: 'a', above: 40, below: 10 }])
  expect((above?.height ?? 0) / (below?.height ?? 1)).toBeCloseTo(4)
  expect([above?.fill, below?.fill]).toEqual(['solid', 'hatched'])
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(below?.y ?? 0)
})

test('nothing is drawn of nothing, and one crossing can be seen beside thousands', () => {
  const bars = barsOf(hours((hour) => (hour === 0 ? 5000 : hour === 1 ? 1 : 0)))
  expect(bars.filter(({ fill }) => fill === 'solid')).toHaveLength(2)
  expect(Math.min(...bars.map(({ height }) => height))).toBeGreaterThanOrEqual(2)
})

test('of many bars the largest has its number, of few each has', () => {
  expect(textsOf(hours((hour) => 100 + hour))).toEqual(expect.arrayContaining(['in', 'out', '123', '0', '21']))
  expect(textsOf(hours((hour) => 100 + hour))).not.toContain('122')
  expect(
    textsOf([
      { name: 'a', above: 7, below: 3 },
      { name: 'b', above: 5, below: 2 },
    ]),
  ).toEqual(expect.arrayContaining(['7', '3', '5', '2']))
})

test('everything is within the drawing, the number of an outer bar too', () => {
  for (const shape of drawn(hours((hour) => (hour === 23 ? 1_000_000 : 999_999 * Number(hour === 0)))).shapes) {
    if (shape.kind === 'bar') {
      expect(shape.y).toBeGreaterThanOrEqual(0)
      expect(shape.y + shape.height).toBeLessThanOrEqual(300)
    }
    if (shape.kind === 'text' && shape.anchor === 'middle') {
      expect(shape.x - (shape.text.length * 20) / 3.5).toBeGreaterThanOrEqual(0)
      expect(shape.x + (shape.text.length * 20) / 3.5).toBeLessThanOrEqual(600)
    }
  }
})

test('a day without any crossing is drawn as one', () => {
  expect(barsOf(Array.from({ length: 24 }, () => ({ name: null, above: 0, below: 0 })))).toEqual([])
})
