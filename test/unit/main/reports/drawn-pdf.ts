/**
 * What is drawn on the pages of a PDF beside its letters, from its own bytes: rules, and filled rectangles as a picture that a
 * code reader takes. It knows the few operators that draw them (ISO 32000-1 §8.4, §8.5), and nothing of who wrote them.
 */
import type { Luma } from '../../../../shared/barcode/luma.ts'
import { codesInPlane } from '../../../fixtures/read-codes.ts'
import { contentsOf } from './read-pdf.ts'

/** A level line: points from the left and from the top. */
export interface DrawnRule {
  x: number
  y: number
  width: number
}

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

type Matrix = readonly [number, number, number, number, number, number]

/** `cm`: what is drawn next is first taken through this one. */
function through([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** What one page draws, from the top. */
function drawnOn(content: string, height: number): { rules: DrawnRule[]; filled: Rectangle[] } {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const kept: Matrix[] = []
  const rules: DrawnRule[] = []
  const filled: Rectangle[] = []
  let begun: Rectangle[] = []
  let from: [number, number] | null = null
  for (const line of content.replace(/BT\n[\s\S]*?ET/g, '').split('\n')) {
    const words = line.trim().split(/\s+/)
    const operator = words.at(-1)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = words.slice(0, -1).map(Number)
    if (operator === 'q') kept.push(matrix)
    else if (operator === 'Q') matrix = kept.pop() ?? matrix
    else if (operator === 'cm') matrix = through([a, b, c, d, e, f], matrix)
    else if (operator === 're') {
      const [one, other] = [at(matrix, a, b), at(matrix, a + c, b + d)]
      begun.push({
        x: Math.min(one[0], other[0]),
        y: height - Math.max(one[1], other[1]),
        width: Math.abs(other[0] - one[0]),
        height: Math.abs(other[1] - one[1]),
      })
    } else if (operator === 'f') {
      filled.push(...begun)
      begun = []
    } else if (operator === 'S') begun = []
    else if (operator === 'm') from = at(matrix, a, b)
    else if (operator === 'l' && from) {
      const to = at(matrix, a, b)
      if (Math.abs(to[1] - from[1]) < 0.01) rules.push({ x: from[0], y: height - from[1], width: to[0] - from[0] })
    }
  }
  return { rules, filled }
}

/** The level lines of each page. */
export const rulesOf = (bytes: Buffer): DrawnRule[][] =>
  contentsOf(bytes).map(({ content, height }) => drawnOn(content, height).rules)

/** What is filled on each page. */
export const filledOf = (bytes: Buffer): Rectangle[][] =>
  contentsOf(bytes).map(({ content, height }) => drawnOn(content, height).filled)

/** A page as a picture, `scale` pixels a point: white, and black where something is filled. */
function pictureOf(filled: readonly Rectangle[], width: number, height: number, scale: number): Luma {
  const [across, down] = [Math.ceil(width * scale), Math.ceil(height * scale)]
  const bytes = new Uint8Array(across * down).fill(255)
  for (const each of filled)
    for (let y = Math.round(each.y * scale); y < Math.round((each.y + each.height) * scale); y++)
      bytes.fill(0, y * across + Math.round(each.x * scale), y * across + Math.round((each.x + each.width) * scale))
  return { width: across, height: down, bytes }
}

/** The texts of the codes on each page, as our own reader finds them in its picture of 144 dots an inch. */
export const codesOf = (bytes: Buffer): Promise<string[][]> =>
  Promise.all(
    contentsOf(bytes).map(({ content, width, height }) =>
      codesInPlane(pictureOf(drawnOn(content, height).filled, width, height, 2)),
    ),
  )
