/** What the lane's keys do to the crossing as it is now. What makes no sense at the moment is not done. */
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import { saysEmergency } from '../../../shared/domain/crossing/above.ts'
import type { CrossingEdit } from '../../../shared/domain/crossing/crossing-edit.ts'
import { isWholePlate } from '../../../shared/domain/plate/plate.ts'
import { opposite } from './commands.ts'
import { reasonKeys, type Digit } from './decision/deciding.ts'
import type { Desk, DeskAction } from './desk-state.ts'
import { unfinished } from './forms/drafts.ts'
import type { Form } from './forms/form.ts'
import { canReturn } from './crossing/seen-line.tsx'
import { rowBeside, selectTraveller } from './crossing/traveller-list.tsx'
import type { SigningIn } from '../../frame/session/use-sign-in.ts'
import { typeInto, typeOver, type TextField } from '../../scanner/wedge/field-text.ts'
import type { CrossingDeeds } from './use-crossing.ts'

/** The lane as its keys find it. */
export interface DeskNow {
  crossing: ShownCrossing | null
  desk: Desk
  deeds: CrossingDeeds
  onDesk: (action: DeskAction) => void
}

/** The next scan begins a new traveller; whoever has no phone is typed in. */
export function beginNext({ deeds, onDesk }: DeskNow): void {
  onDesk({ kind: 'opened', form: { kind: 'person', thenPaper: false } })
  void deeds.edit({ kind: 'next' })
}

/** In becomes out, out becomes in. */
export function turnWay({ crossing, deeds }: DeskNow): void {
  if (crossing) void deeds.edit({ kind: 'direction', direction: opposite(crossing.direction) })
}

/** On foot, or in a vehicle after all. What stands in the plate's field is written first. */
export async function toggleOnFoot({ deeds }: DeskNow): Promise<void> {
  const crossing = await deeds.settle()
  if (crossing) await deeds.edit({ kind: 'on-foot', onFoot: crossing.vehicle !== null })
}

/** Writes the plate; which one is meant may yet be found out. Whoever was on foot is in a vehicle then, and the desk says so. */
export async function writePlate({ crossing, deeds }: DeskNow, plate: string | Promise<string>): Promise<void> {
  const written = async (): Promise<CrossingEdit> => ({ kind: 'vehicle', fields: { plate: await plate } })
  await deeds.edit(written())
  if (crossing?.vehicle === null) deeds.remark('remark.inVehicle')
}

/** Opens a form of the crossing; the same key again leaves it open. */
export function openForm({ desk, onDesk }: DeskNow, form: Form): void {
  if (desk.form?.kind !== form.kind) onDesk({ kind: 'opened', form })
}

/**
 * The count that admitting asked for is written: who is all there is let pass, or it is asked why; else it is said who is
 * missing, and nobody is.
 */
export async function admitCounted({ deeds, onDesk }: DeskNow): Promise<void> {
  const crossing = await deeds.settle()
  if (!crossing || crossing.whole.completeness === 'uncounted') return
  onDesk({ kind: 'left' })
  const { missing, surplus } = crossing.whole
  if (missing > 0) return deeds.remark('remark.count.missing')
  if (surplus > 0) return deeds.remark('remark.count.surplus')
  deeds.decide('admitted')
}

/** Gives the crossing up, once it has been asked whether that is meant and what was asked still stands. */
export async function abandon({ crossing, desk, deeds }: DeskNow): Promise<void> {
  if (!crossing || (crossing.empty && !unfinished(desk.drafts))) return deeds.remark('remark.abandon.nothing')
  if (desk.remark !== 'remark.abandon.sure') return deeds.remark('remark.abandon.sure')
  await deeds.settle()
  await deeds.abandon()
}

/**
 * The people of the way here come with the vehicle on its way back, once. A quick hand presses it before it is known what
 * the plate that was just typed came through with: the key is about that, and waits for it.
 */
export async function bringBack({ deeds }: DeskNow): Promise<void> {
  const crossing = await deeds.settle()
  if (!crossing?.seen || !canReturn(crossing)) return deeds.remark('remark.nobodyToReturn')
  await deeds.edit({ kind: 'return', of: crossing.seen.seq })
}

/** Selects the traveller one row up or down. */
export function stepRow({ crossing, desk, deeds, onDesk }: DeskNow, step: -1 | 1): void {
  if (crossing) selectTraveller(rowBeside(crossing, desk.selected, step), deeds.edit, onDesk)
}

/** The officer has compared the selected person, else the current one, with the papers. */
export function confirmPerson({ crossing, desk, deeds }: DeskNow): void {
  const id = desk.selected ?? crossing?.current ?? null
  const traveller = crossing?.travellers.find((each) => each.id === id)
  if (traveller?.identity !== 'look') return deeds.remark('remark.nobodyToConfirm')
  void deeds.edit({ kind: 'confirm', traveller: traveller.id })
}

/** They are two people: what was shown last goes to a row of its own. */
export function partPerson({ crossing, desk, deeds }: DeskNow): void {
  const id = desk.selected ?? crossing?.current ?? null
  const shown = crossing?.travellers.find((each) => each.id === id)?.evidence ?? []
  const last = shown.at(-1)
  if (shown.length < 2 || !last) return deeds.remark('remark.nobodyToPart')
  void deeds.edit({ kind: 'part', evidence: last.id })
}

/** A supervisor permits it in place, by badge and PIN; then it is decided as it was asked for. */
export function askSupervisor({ desk: { form }, deeds }: DeskNow, permit: SigningIn['permit']): void {
  if (form?.kind !== 'above') return
  const { decision, reason, permissions } = form
  const [what] = permissions
  if (what) permit(what, () => void deeds.decideFor(decision, reason))
}

/** There is no time for a supervisor: the reason says why in words, unless it does already. */
export async function sayEmergency({ desk: { form }, deeds, onDesk }: DeskNow): Promise<void> {
  if (form?.kind !== 'above') return
  const { decision, reason } = form
  if (saysEmergency(reason)) return deeds.decideFor(decision, reason, true)
  onDesk({ kind: 'opened', form: { kind: 'reason', decision, words: true, only: true, emergency: true } })
}

/** Decides for one of the reasons that are asked for; another one is written in words. */
export async function giveReason({ crossing, desk: { form }, deeds, onDesk }: DeskNow, digit: Digit): Promise<void> {
  if (form?.kind !== 'reason') return
  const code = reasonKeys(form.decision, crossing?.grave === true).find((each) => each.digit === digit)?.code
  if (code === 'other') return onDesk({ kind: 'opened', form: { ...form, words: true } })
  if (code) await deeds.decideFor(form.decision, { code, note: null })
}

/** Answers the question that is open by a figure. */
export async function answerQuestion(lane: DeskNow, digit: Digit, permit: SigningIn['permit']): Promise<void> {
  if (lane.desk.form?.kind !== 'above') return giveReason(lane, digit)
  if (digit === '1') askSupervisor(lane, permit)
  else await sayEmergency(lane)
}

/**
 * Somebody who chose no field types: that is the plate. It goes on with one that is not whole. Behind a whole one it is
 * another plate: put at its end, the two would be none. It stands in its place from its first character, and it is the
 * same crossing's: a vehicle that was decided has left the field empty, so whoever types over a plate mends it. Should it
 * be the next vehicle's all the same, the crossing's people must not go over to it unseen: the plate that gave way is
 * said beside the new one for as long as the crossing is open (see `PlateBefore`). Whoever has chosen the field, by
 * finger, mouse or Tab, edits what stands in it.
 */
export function typePlate({ onDesk }: Pick<DeskNow, 'onDesk'>, field: TextField, text: string): void {
  const was = field.value
  if (!isWholePlate(was)) return typeInto(field, text)
  onDesk({ kind: 'typed-over', plate: was })
  typeOver(field, text)
}

/**
 * Text was typed while a question is open. It goes on with a plate that is not whole; a whole one is this crossing's, and
 * what is typed then is of the next vehicle, which has to wait.
 * @returns whether the field took it
 */
export function typeAtQuestion({ crossing, deeds }: DeskNow, field: TextField, text: string): boolean {
  if (isWholePlate(crossing?.vehicle?.plate ?? '')) {
    deeds.remark('remark.asked')
    return false
  }
  typeInto(field, text)
  return true
}
