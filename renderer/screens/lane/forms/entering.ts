/** What is typed of a person or from a paper, on its way into the crossing: a form is handed in once, and given back if that fails. */
import type { ShownCrossing, ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import type { CrossingEdit } from '../../../../shared/domain/crossing/crossing-edit.ts'
import type { PaperResult } from '../../../../shared/domain/crossing/crossing.ts'
import type { DeskNow } from '../desk-acts.ts'
import { paperDraft, type DraftChange } from './drafts.ts'
import type { Form } from './form.ts'

/** A person as typed, read. */
export type TypedPerson = Omit<Extract<CrossingEdit, { kind: 'state' }>, 'kind' | 'traveller'>

/**
 * Whose paper the key opens: of the selected person, else of the current one who has no result, else of the first who has
 * none. Null: nobody's, and the person is typed in first.
 */
export function paperOf({ travellers, current, awaitingNext }: ShownCrossing, selected: number | null): number | null {
  if (selected !== null) return selected
  if (awaitingNext) return null
  const without = travellers.filter(lacksResult)
  return (without.find(({ id }) => id === current) ?? without[0])?.id ?? null
}

const lacksResult = ({ findings }: ShownTraveller): boolean => findings.some(({ code }) => code === 'result-missing')

/**
 * Opens the form for a result on paper, or first that for the person. A quick hand presses it before the paper that was handed in
 * just now is known to be there: the key is about the next one, and waits for that.
 */
export async function openPaper({ desk, deeds, onDesk }: DeskNow): Promise<void> {
  if (desk.form?.kind === 'paper') return
  const crossing = await deeds.settle()
  if (!crossing) return
  const traveller = paperOf(crossing, desk.selected)
  const form: Form = traveller === null ? { kind: 'person', thenPaper: true } : { kind: 'paper', traveller }
  onDesk({ kind: 'opened', form })
}

/** The typed person joins the crossing; where the form was opened for their paper, that is asked for next. */
export async function addPerson(lane: DeskNow, form: Extract<Form, { kind: 'person' }>, person: TypedPerson) {
  const typed: DraftChange = { of: 'person', fields: lane.desk.drafts.person }
  const crossing = await handIn(lane, form, typed, { kind: 'state', traveller: null, ...person })
  const traveller = crossing?.current ?? null
  if (form.thenPaper && traveller !== null) lane.onDesk({ kind: 'opened', form: { kind: 'paper', traveller } })
}

/** What the paper says joins what its person has shown. */
export async function addPaper(lane: DeskNow, form: Extract<Form, { kind: 'paper' }>, result: PaperResult) {
  const { traveller } = form
  const typed: DraftChange = { of: 'paper', traveller, fields: paperDraft(lane.desk.drafts, traveller) }
  await handIn(lane, form, typed, { kind: 'paper', traveller, result })
}

async function handIn(
  { deeds, onDesk }: DeskNow,
  form: Form,
  typed: DraftChange,
  edit: CrossingEdit,
): Promise<ShownCrossing | null> {
  // Gone at once, so that a second Enter does not hand it in twice.
  onDesk({ kind: 'handed-in' })
  const crossing = await deeds.enter(edit)
  if (crossing) return crossing
  onDesk({ kind: 'opened', form })
  onDesk({ kind: 'drafted', change: typed })
  deeds.remark('remark.notEdited')
  return null
}
