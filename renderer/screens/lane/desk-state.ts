/**
 * What lies on the officer's desk beside the verdict: the row that is selected, the form that is open, what became of
 * the last decision. One pure function; the crossing itself is the program's.
 */
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'

/** Something that opens in place, never over the verdict word. */
export type Form =
  /** Why a decision departs from the verdict; `words`: the reason is another, and is being written. */
  | { kind: 'reason'; decision: Decision; words: boolean }
  /** `at`: the field that gets the focus. */
  | { kind: 'vehicle'; at: 'first' | 'people' }
  /** A person without a phone. `touched`: something has been typed, and a scan does not close it. */
  | { kind: 'person'; touched: boolean }
  | { kind: 'paper'; traveller: number }

/** A decision that is on disk. */
export interface DecidedCrossing {
  decision: Decision
  seq: number
  slip: string
}

/** A sentence on what was just done, or could not be. */
export type Remark = Extract<MessageKey, `remark.${string}`>

export interface Desk {
  /** The traveller whose actions are open. */
  selected: number | null
  /** The next row that is pressed is the same person as the selected one. */
  joining: boolean
  form: Form | null
  /** Until the next scan. */
  decided: DecidedCrossing | null
  remark: Remark | null
}

export const clearDesk: Desk = { selected: null, joining: false, form: null, decided: null, remark: null }

export type DeskAction =
  | { kind: 'selected'; traveller: number | null }
  | { kind: 'joining' }
  | { kind: 'opened'; form: Form }
  /** The form, else the selection, else the remark goes. */
  | { kind: 'left' }
  | { kind: 'touched' }
  | { kind: 'decided'; decided: DecidedCrossing }
  | { kind: 'undone' }
  | { kind: 'remarked'; remark: Remark }

/** The desk after an action. */
export function reduceDesk(desk: Desk, action: DeskAction): Desk {
  switch (action.kind) {
    case 'selected':
      return { ...desk, selected: action.traveller, joining: false, form: null }
    case 'joining':
      return desk.selected === null ? desk : { ...desk, joining: true }
    case 'opened':
      return { ...desk, form: action.form, joining: false, remark: null }
    case 'left':
      return leave(desk)
    case 'touched':
      return desk.form?.kind === 'person' ? { ...desk, form: { ...desk.form, touched: true } } : desk
    case 'decided':
      return { ...clearDesk, decided: action.decided }
    case 'undone':
      return { ...clearDesk, remark: 'remark.undone' }
    case 'remarked':
      return { ...desk, remark: action.remark }
  }
}

/** The desk once a code has been scanned: what was said of the last crossing is over. */
export function deskAfterScan(desk: Desk): Desk {
  const { form } = desk
  // What was half typed stays, and so does a paper; a question about the verdict that was is over.
  const stays = form?.kind === 'reason' || (form?.kind === 'person' && !form.touched) ? null : form
  return { ...clearDesk, form: stays }
}

/** The desk beside a changed crossing: nobody is selected who is not there. */
export function deskBeside(desk: Desk, { travellers }: ShownCrossing): Desk {
  const there = (id: number): boolean => travellers.some((traveller) => traveller.id === id)
  const selected = desk.selected !== null && there(desk.selected) ? desk.selected : null
  const form = desk.form?.kind === 'paper' && !there(desk.form.traveller) ? null : desk.form
  return { ...desk, selected, joining: desk.joining && selected !== null, form }
}

function leave(desk: Desk): Desk {
  const { form } = desk
  if (form?.kind === 'reason' && form.words) return { ...desk, form: { ...form, words: false } }
  if (form) return { ...desk, form: null }
  if (desk.joining) return { ...desk, joining: false }
  if (desk.selected !== null) return { ...desk, selected: null }
  return { ...desk, remark: null }
}
