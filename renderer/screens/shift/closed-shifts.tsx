/** The closed shifts, a line each: whose record is opened is chosen by arrows or a touch. */
import type { ReactNode } from 'react'
import type { ClosedShift } from '../../../shared/domain/shift/handover-record.ts'
import { formatInstant } from '../../../shared/language/time.ts'
import { fullName } from '../../frame/session/officer-name.tsx'
import { useLanguage } from '../../i18n/language.tsx'
import { ChosenLine } from '../../ui/chosen-line.tsx'
import looks from '../../ui/looks.module.css'
import style from './shift.module.css'

interface ClosedShiftsProps {
  shifts: readonly ClosedShift[]
  more: boolean
  chosen: number
  onShow: (index: number) => void
  onOlder: () => void
}

export function ClosedShifts({ shifts, more, chosen, onShow, onOlder }: ClosedShiftsProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <>
      <h2 className={style.title}>{speak(shifts.length === 0 ? 'shift.listEmpty' : 'shift.list')}</h2>
      <ol className={looks.scroll} data-testid="shifts" aria-label={speak('shift.list')}>
        {shifts.map((shift, index) => (
          <li key={shift.seq}>
            <Line shift={shift} chosen={index === chosen} onShow={() => onShow(index)} />
          </li>
        ))}
        {more && (
          <li>
            <button type="button" className={style.older} onClick={onOlder} data-testid="shifts-older">
              {speak('shift.older')}
            </button>
          </li>
        )}
      </ol>
    </>
  )
}

function Line({ shift, chosen, onShow }: { shift: ClosedShift; chosen: boolean; onShow: () => void }): ReactNode {
  const { speak } = useLanguage()
  const { seq, to, outgoing, incoming, crossings, people } = shift
  return (
    <ChosenLine chosen={chosen} onChoose={onShow} className={style.line} marks={{ 'data-seq': seq }}>
      <time>{formatInstant(to)}</time>
      <span className={style.officers}>
        {outgoing ? fullName(outgoing) : speak('shift.nobody')} →{' '}
        {incoming ? fullName(incoming.who) : speak('shift.nobodyYet')}
      </span>
      <span>{speak('shift.crossingsPeople', { crossings, people })}</span>
    </ChosenLine>
  )
}
