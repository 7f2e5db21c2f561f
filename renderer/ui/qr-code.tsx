/** A QR code, drawn: dark on white with the quiet zone that readers need, whatever it stands on. */
import type { ReactNode } from 'react'
import { darkPath, quietZone, type QrMatrix } from '../../shared/barcode/dark-path.ts'
import style from './qr-code.module.css'

interface QrCodeProps {
  matrix: QrMatrix
  /** What it is, for a screen reader. */
  label: string
  className?: string | undefined
  testId?: string
}

export function QrCode({ matrix, label, className, testId }: QrCodeProps): ReactNode {
  const whole = matrix.size + 2 * quietZone
  return (
    <svg
      className={className ? `${style.code} ${className}` : style.code}
      viewBox={`${-quietZone} ${-quietZone} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-testid={testId}
    >
      <path d={darkPath(matrix)} />
    </svg>
  )
}
