/** A text as a QR code, drawn when there is one. The writer of codes is fetched then and not before: little needs it. */
import { useEffect, useState } from 'react'
import type { QrMatrix } from '../../shared/barcode/dark-path.ts'

/** The code of `text`. Null while it is not drawn, where it could not be, and where there is no text. */
export function useDrawnCode(text: string | null): QrMatrix | null {
  const [drawn, setDrawn] = useState<{ text: string; code: QrMatrix | null } | null>(null)
  useEffect(() => {
    if (text === null) return
    let wanted = true
    void drawnOrNull(text).then((code) => wanted && setDrawn({ text, code }))
    return () => void (wanted = false)
  }, [text])
  return drawn !== null && drawn.text === text ? drawn.code : null
}

/** The code of a text; null where it could not be drawn. */
export async function drawnOrNull(text: string): Promise<QrMatrix | null> {
  try {
    const { drawCode } = await import('./draw-code.ts')
    return await drawCode(text)
  } catch {
    return null
  }
}
