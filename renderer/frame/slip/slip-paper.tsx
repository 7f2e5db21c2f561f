/** A slip as it is printed: as wide as a roll of 80 mm lets it be, so that it fits a sheet of A6 as well. */
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import type { Slip } from '../../../shared/contract/slip-schema.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { slipWords } from '../../../shared/language/slip-words.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import style from './slip-paper.module.css'

interface SlipPaperProps {
  slip: Slip
  /** Null: it could not be drawn. */
  code: QrMatrix | null
}

export function SlipPaper({ slip, code }: SlipPaperProps): ReactNode {
  const { number, post, lane, at, practice } = slip
  const [vi, en] = [slipWords('vi', slip), slipWords('en', slip)]
  return createPortal(
    <article className={style.slip} data-testid="slip-paper" lang="vi">
      {practice && (
        <p className={style.practice}>
          {vi.practice}
          <br />
          <span lang="en">{en.practice}</span>
        </p>
      )}
      <h1 className={style.title}>{vi.title}</h1>
      <p className={style.second} lang="en">
        {en.title}
      </p>
      <p className={style.label}>
        {vi.number} · <span lang="en">{en.number}</span>
      </p>
      <p className={style.number}>{number}</p>
      <p className={style.line}>
        {shownText(post)}, {vi.lane} {shownText(lane)} · {formatInstant(at)}
      </p>
      {vi.reasons.length > 0 && (
        <>
          <p className={style.label}>
            {vi.why} · <span lang="en">{en.why}</span>
          </p>
          {vi.reasons.map((reason, index) => (
            <p key={reason} className={style.reason}>
              <b>{reason}</b>
              <br />
              <span lang="en">{en.reasons[index]}</span>
            </p>
          ))}
        </>
      )}
      <p className={style.go}>
        <b>{shownText(vi.go)}</b>
      </p>
      <p className={style.go} lang="en">
        {shownText(en.go)}
      </p>
      {code && <QrCode matrix={code} label={number} className={style.code} testId="slip-paper-code" />}
      <p className={style.note}>
        {vi.code} <span lang="en">{en.code}</span>
      </p>
    </article>,
    document.body,
  )
}
