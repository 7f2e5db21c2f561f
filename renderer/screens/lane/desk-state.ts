/**
 * What lies on the officer's desk beside the verdict: the row that is selected, the form that is open, what became of
 * the last decision. One pure function; the crossing itself is the program's.
 */
import type { DecidedAbove, ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { Decision } from '../../../shared/domain/crossing/crossing.ts'
import type { MessageKey } from '../../i18n/catalogue.ts'
import { draftsOf, noDrafts, unfinished, withDraft, withoutDraft } from './forms/drafts.ts'
import type { DraftChange, Drafts, Unfinished } from './forms/drafts.ts'
import type { Form } from './forms/form.ts'

export type { Form } from './forms/form.ts'

/** A decision that is on disk. */
export interface DecidedCrossing {
  decision: Decision
  seq: number
  slip: string
  /** Of the vehicle that was decided; null: there was none, or without one. */
  plate: string | null
  people: number
  /** On whose word, where it was not the officer's to decide alone. */
  above: DecidedAbove | null
}

/** The same as it is by now: somebody may have corrected it since. */
export interface DecidedNow extends DecidedCrossing {
  state: 'recorded' | 'amended' | 'voided'
}

/** What the last decision has become. */
export function decidedNow(decided: DecidedCrossing, { corrected }: Pick<ShownCrossing, 'corrected'>): DecidedNow {
  return corrected?.seq === decided.seq ? { ...decided, ...corrected } : { ...decided, state: 'recorded' }
}

/** A sentence on what was just done, or could not be. */
export type Remark = Extract<MessageKey, `remark.${string}`>

export interface Desk {
  /** The traveller whose actions are open. */
  selected: number | null
  /** The next row that is pressed is the same person as the selected one. */
  joining: boolean
  form: Form | null
  drafts: Drafts
  /** Until the next scan. */
  decided: DecidedCrossing | null
  remark: Remark | null
  /** The whole plate that another was typed over in this crossing, as it was typed; null: none was. */
  plateBefore: string | null
}

export const clearDesk: Desk = {
  selected: null,
  joining: false,
  form: null,
  drafts: noDrafts,
  decided: null,
  remark: null,
  plateBefore: null,
}

export type DeskAction =
  | { kind: 'selected'; traveller: number | null }
  | { kind: 'joining' }
  | { kind: 'opened'; form: Form }
  /** The form and what was typed into it, else the selection, else the remark goes. */
  | { kind: 'left' }
  | { kind: 'drafted'; change: DraftChange }
  /** What the open form was for is being recorded. */
  | { kind: 'handed-in' }
  | { kind: 'decided'; decided: DecidedCrossing }
  | { kind: 'undone' }
  | { kind: 'abandoned' }
  | { kind: 'remarked'; remark: Remark }
  /** Another plate is being typed in place of this whole one. */
  | { kind: 'typed-over'; plate: string }

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
    case 'drafted':
      return { ...desk, drafts: withDraft(desk.drafts, action.change) }
    case 'handed-in':
      return withoutForm(desk)
    case 'decided':
      return { ...clearDesk, decided: action.decided }
    case 'undone':
      return { ...clearDesk, remark: 'remark.undone' }
    case 'abandoned':
      return { ...clearDesk, remark: 'remark.abandoned' }
    case 'remarked':
      return { ...desk, remark: action.remark }
    case 'typed-over':
      // The first that stood there is the one that the crossing began with.
      return { ...desk, plateBefore: desk.plateBefore ?? action.plate }
  }
}

/** The desk once a code has been scanned: what was said of the last crossing is over. */
export function deskAfterScan(desk: Desk): Desk {
  const { form, drafts, plateBefore } = desk
  // A question about the verdict that was is over, and so is an empty form for a person. What is half typed stays, and so
  // does a field that is being typed in: the letters that follow would go to the plate.
  const over =
    form?.kind === 'above' ||
    (form?.kind === 'reason' && !form.words) ||
    (form?.kind === 'person' && unfinished(drafts)?.kind !== 'person')
  return { ...clearDesk, drafts, plateBefore, form: over ? null : form }
}

/** What is half typed and must be finished or closed first, the open form before others; null where nothing is. */
export function unfinishedOn({ form, drafts }: Desk): Unfinished | null {
  const open =
    form?.kind === 'paper' ? { ...noDrafts, papers: draftsOf(drafts, (id) => id === form.traveller).papers } : null
  return (open && unfinished(open)) ?? unfinished(drafts)
}

/** Remarks on a crossing that is over. */
const ofBefore: ReadonlySet<Remark> = new Set<Remark>([
  'remark.abandoned',
  'remark.abandon.nothing',
  'remark.abandon.unwritten',
  'remark.nobody',
])

/** The desk beside a changed crossing: nobody is selected who is not there. */
export function deskBeside(desk: Desk, { travellers, empty }: ShownCrossing): Desk {
  const there = (id: number): boolean => travellers.some((traveller) => traveller.id === id)
  const selected = desk.selected !== null && there(desk.selected) ? desk.selected : null
  const form = desk.form?.kind === 'paper' && !there(desk.form.traveller) ? null : desk.form
  const drafts = draftsOf(desk.drafts, there)
  // What was said of the crossing before is over once the next one has begun.
  const remark = !empty && desk.remark !== null && ofBefore.has(desk.remark) ? null : desk.remark
  return { ...desk, selected, joining: desk.joining && selected !== null, form, drafts, remark }
}

function leave(desk: Desk): Desk {
  const { form } = desk
  if (form?.kind === 'reason' && form.words && !form.only) return { ...desk, form: { ...form, words: false } }
  if (form) return withoutForm(desk)
  if (desk.joining) return { ...desk, joining: false }
  if (desk.selected !== null) return { ...desk, selected: null }
  return { ...desk, remark: null }
}

function withoutForm(desk: Desk): Desk {
  return desk.form ? { ...desk, form: null, drafts: withoutDraft(desk.drafts, desk.form) } : desk
}
