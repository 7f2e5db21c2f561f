/** A poster as it is printed: a page of A4 or A5 with the code as large as the paper lets it be. */
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { quietZone, type QrMatrix } from '../../../../shared/barcode/dark-path.ts'
import type { PosterPlace, PosterSize } from '../../../../shared/domain/poster-place.ts'
import { posterCodeSide, posterWords } from '../../../../shared/language/poster-words.ts'
import { QrCode } from '../../../ui/qr-code.tsx'
import style from './poster-paper.module.css'

interface PosterPaperProps {
  place: PosterPlace
  app: string
  size: PosterSize
  code: QrMatrix
}

export function PosterPaper({ place, app, size, code }: PosterPaperProps): ReactNode {
  const { caption, how, steps, address } = posterWords(app)
  // The picture has its quiet zone around it; the side that is laid down is the code's alone.
  const whole = (posterCodeSide[size] * (code.size + 2 * quietZone)) / code.size
  return createPortal(
    <article className={style.poster} data-size={size} data-testid="poster-paper" lang="vi">
      <h1 className={style.name}>{place.name.toLocaleUpperCase('vi')}</h1>
      <p>{address(place.address)}</p>
      <p className={style.bold}>{caption}</p>
      <div className={style.code} style={{ width: `${whole}mm`, height: `${whole}mm` }}>
        <QrCode matrix={code} label={place.name} className={style.picture} testId="poster-code" />
      </div>
      <p className={style.bold}>{how}</p>
      {steps.map((step) => (
        <p key={step} className={style.step}>
          {step}
        </p>
      ))}
    </article>,
    document.body,
  )
}
