/**
 * A drawing of figures, in shapes that a screen draws as SVG and a page of paper as well. It has no colours: what is to be
 * told apart is filled, hatched or outlined, so that a grey printer and a person who sees no red read the same.
 */

/** How a surface is told from another. */
export type Fill = 'solid' | 'hatched'

/** One thing that is drawn. Lengths are in the drawing's own units, from its upper left corner. */
export type Shape =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; fill: Fill }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'text'; x: number; y: number; size: number; anchor: 'start' | 'middle' | 'end'; text: string }

export interface Chart {
  width: number
  height: number
  shapes: readonly Shape[]
}
