/** A drawing of figures on paper: the shapes that the screen shows, in black, from side to side of the text. */
import type { Chart, Shape } from '../../../shared/chart/chart.ts'
import { page, ruleWidth } from './decree.ts'
import { fine } from './letters.ts'
import type { Sheet } from './sheet.ts'

type Bar = Extract<Shape, { kind: 'bar' }>

/** Between two strokes of a hatched bar, in points: told from a filled one by a fax, too. */
const hatch = 2.4

/** Below the drawing, in points. */
const gap = 6

const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `${fine(x1)} ${fine(y1)} m\n${fine(x2)} ${fine(y2)} l`

/** Strokes that rise to the right, each as far as it is in the bar. */
function hatched({ x, y, width, height }: Bar): string[] {
  const strokes: string[] = []
  for (let sum = hatch; sum < width + height; sum += hatch) {
    const from = Math.max(0, sum - height)
    const to = Math.min(width, sum)
    strokes.push(stroke(x + from, y + sum - from, x + to, y + sum - to))
  }
  return strokes
}

/** What draws one shape, its place in points from the left and the top of the page. */
function drawn(shape: Exclude<Shape, { kind: 'text' }>): string {
  if (shape.kind === 'line') return `${stroke(shape.x1, shape.y1, shape.x2, shape.y2)}\nS`
  const { x, y, width, height, fill } = shape
  const frame = `${fine(x)} ${fine(y)} ${fine(width)} ${fine(height)} re`
  return fill === 'solid' ? `${frame}\nf` : [frame, ...hatched(shape), 'S'].join('\n')
}

/** The same shape so far from the left and the top. */
function moved<S extends Shape>(shape: S, right: number, down: number): S {
  return shape.kind === 'line'
    ? { ...shape, x1: shape.x1 + right, y1: shape.y1 + down, x2: shape.x2 + right, y2: shape.y2 + down }
    : { ...shape, x: shape.x + right, y: shape.y + down }
}

/** Sets a drawing as wide as the text, whose units are points. The table of its numbers stands below it. */
export function drawChart(sheet: Sheet, { height, shapes }: Chart): void {
  const { document, y } = sheet
  document.addContent(`q\n${ruleWidth} w\n0 g`)
  for (const shape of shapes) {
    const placed = moved(shape, page.left, y)
    if (placed.kind === 'text') sheet.say(placed)
    else document.addContent(drawn(placed))
  }
  document.addContent('Q')
  sheet.y += height + gap
}
