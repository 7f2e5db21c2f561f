/** A drawing of figures on the screen, in the ink of the theme. What it says stands in a table beside it. */
import { useId, type ReactNode } from 'react'
import type { Chart, Shape } from '../../shared/chart/chart.ts'
import style from './chart-picture.module.css'

interface ChartPictureProps {
  chart: Chart
  /** What it shows, for a screen reader; the table beside it has the numbers. */
  label: string
  testId?: string
}

export function ChartPicture({ chart: { width, height, shapes }, label, testId }: ChartPictureProps): ReactNode {
  const hatch = useId()
  return (
    <svg className={style.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} data-testid={testId}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={style.stripe} width="3" height="7" />
      </pattern>
      {shapes.map((shape, index) => (
        // The same drawing has the same shapes in the same order.
        <ShapePicture key={index} shape={shape} hatch={`url(#${hatch})`} />
      ))}
    </svg>
  )
}

function ShapePicture({ shape, hatch }: { shape: Shape; hatch: string }): ReactNode {
  switch (shape.kind) {
    case 'bar': {
      const { x, y, width, height, fill } = shape
      return (
        <rect
          className={fill === 'solid' ? style.solid : style.hatched}
          {...{ x, y, width, height }}
          {...(fill === 'hatched' ? { fill: hatch } : {})}
        />
      )
    }
    case 'line': {
      const { x1, y1, x2, y2 } = shape
      return <line className={style.line} {...{ x1, y1, x2, y2 }} />
    }
    case 'text': {
      const { x, y, size, anchor, text } = shape
      return (
        <text className={style.text} {...{ x, y }} fontSize={size} textAnchor={anchor}>
          {text}
        </text>
      )
    }
  }
}
