/** The shift's effects: it is read and closed, its records are listed and opened, and a record's head is drawn as a QR code. */
import { useCallback, useEffect, useReducer, type Dispatch } from 'react'
import type { QrMatrix } from '../../../shared/barcode/dark-path.ts'
import { useFrame } from '../../frame/use-frame.ts'
import { answerOf } from '../../rpc/answer-of.ts'
import { useLink } from '../../rpc/link-context.ts'
import { useDrawnCode } from '../../ui/use-drawn-code.ts'
import { openShift, reduceShift, type ShiftAction, type ShiftState } from './shift-state.ts'

/** How long the counts may be compared before the key must be pressed from the beginning. Milliseconds. */
const comparedWithin = 120_000

export interface Shift {
  state: ShiftState
  dispatch: Dispatch<ShiftAction>
  /** The signed head of the record that is shown; null while there is none. The text beside it says the same. */
  headCode: QrMatrix | null
  /** Opens a shift. */
  open: () => void
  /** Shows the record of the shift that an entry closed. */
  show: (seq: number) => void
  /** Lists the shifts before the last line. */
  older: () => void
  /** Records why nobody takes over from the shift whose record is shown. */
  leave: (absent: string) => void
}

/** Lives as long as whoever is there, so that a record stays while other rooms are looked at. */
export function useShift(): Shift {
  const link = useLink()
  const { room } = useFrame().place
  const [state, dispatch] = useReducer(reduceShift, openShift)
  const { step, record, standing, list } = state

  const read = useCallback(async (): Promise<void> => {
    const answer = await answerOf(link.call('shift.read', {}))
    dispatch(answer ? { kind: 'read', standing: answer } : { kind: 'troubled', trouble: 'unread' })
  }, [link])
  const readList = useCallback(
    async (before: number | null): Promise<void> => {
      const answer = await answerOf(link.call('shift.list', { before }))
      if (answer) dispatch({ kind: 'listed', ...answer, behind: before !== null })
    },
    [link],
  )
  const refresh = useCallback(async (): Promise<void> => {
    await Promise.all([read(), readList(null)])
  }, [read, readList])

  // What others did meanwhile is seen when the room is entered, and what they do then at once.
  const here = room === 'shift'
  useEffect(() => {
    if (!here) return
    void refresh()
    return link.on('shift.changed', () => void refresh())
  }, [link, here, refresh])

  const counting = step === 'counting'
  useEffect(() => {
    if (counting) void read()
  }, [counting, read])

  const asked = step === 'asked'
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => dispatch({ kind: 'left' }), comparedWithin)
    return () => clearTimeout(timer)
  }, [asked])

  const confirmed = step === 'closing' ? (standing?.totals ?? null) : null
  useEffect(() => {
    if (confirmed === null) return
    const close = async (): Promise<void> => {
      const answer = await answerOf(link.call('shift.close', { confirmed }))
      dispatch(answer ? { kind: 'answered', answer } : { kind: 'unanswered' })
    }
    void close()
  }, [link, confirmed])

  const show = async (seq: number): Promise<void> => {
    const answer = await answerOf(link.call('shift.record', { seq }))
    dispatch(answer ? { kind: 'shown', record: answer } : { kind: 'troubled', trouble: 'unread' })
  }
  const open = async (): Promise<void> => {
    const answer = await answerOf(link.call('shift.open', {}))
    if (answer?.recorded) await read()
    else dispatch({ kind: 'troubled', trouble: answer ? 'notRecorded' : 'unread' })
  }
  const leave = async (closed: number, absent: string): Promise<void> => {
    const answer = await answerOf(link.call('shift.leave', { closed, absent }))
    if (answer?.recorded) dispatch({ kind: 'shown', record: answer.record })
    else if (answer) dispatch({ kind: 'troubled', trouble: answer.code === 'taken-over' ? 'takenOver' : 'notRecorded' })
    else dispatch({ kind: 'troubled', trouble: 'unread' })
  }
  return {
    state,
    dispatch,
    headCode: useDrawnCode(record?.head ?? null),
    show: (seq) => void show(seq),
    open: () => void open(),
    older: () => void readList(list.at(-1)?.seq ?? null),
    leave: (absent) => void (record && leave(record.seq, absent)),
  }
}
