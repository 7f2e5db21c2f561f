import { expect, test } from 'vitest'
import { shareBars } from '../../../../shared/chart/share-bars.ts'

const drawn = (counts: readonly { name: string; count: number }[]) =>
  shareBars({ counts, written: String, width: 700, height: 400, size: 28 }).shapes

const barsOf = (counts: readonly { name: string; count: number }[]) =>
  drawn(counts).flatMap((shape) => (shape.kind === 'bar' ? [shape] : []))

test('bars are as long as their counts, and one beside thousands can be seen', () => {
  const [one, half, least] = barsOf([
    { name: 'a', count: 4000 },
    { name: 'b', count: 2000 },
    { name: 'c', count: 1 },
  ])
  expect((one?.width ?? 0) / (half?.width ?? 1)).toBeCloseTo(2)
  expect(least?.width).toBeGreaterThan(2)
})

test('names and numbers stay within the drawing, however long a name and however many rows', () => {
  const counts = Array.from({ length: 20 }, (_, index) => ({
    name: 'Đến từ một nơi có tên rất dài ở xa '.repeat(2),
    count: 1_000_000 - index,
  }))
  for (const shape of drawn(counts)) {
    if (shape.kind !== 'text') continue
    const long = shape.text.length * shape.size * 0.55
    const [left, right] = shape.anchor === 'end' ? [shape.x - long, shape.x] : [shape.x, shape.x + long]
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(700)
    expect(shape.y).toBeLessThanOrEqual(400)
  }
})

test('a reason of the longest stands whole on paper, where letters are small', () => {
  const longest = 'Kết quả bản giấy, chưa xác minh.'
  const { shapes } = shareBars({
    counts: [{ name: longest, count: 3 }],
    written: String,
    width: 467,
    height: 20,
    size: 11,
  })
  expect(shapes).toContainEqual(expect.objectContaining({ kind: 'text', text: longest }))
})

test('what did not happen has its name and nought, and no bar', () => {
  const shapes = drawn([{ name: 'xe buýt', count: 0 }])
  expect(shapes.filter(({ kind }) => kind === 'bar')).toMatchObject([{ width: 0 }])
  expect(shapes).toContainEqual(expect.objectContaining({ kind: 'text', text: '0' }))
})
