/**
 * Setting a real checkpoint up from a practice kiosk, step by step: one pure function. What is typed stays while other
 * rooms are looked at; a passphrase does not.
 */
import { readOut } from '../../../../shared/domain/secret/fingerprint.ts'
import type { CheckpointWords } from '../../../../shared/contract/set-up.ts'
import type { HeardScan } from '../../../frame/scans/use-scans.ts'
import {
  draftOfCheckpoint,
  emptyCheckpoint,
  readCheckpoint,
  type CheckpointDraft,
  type CheckpointFault,
} from '../checkpoint/checkpoint-draft.ts'
import { noKept, withoutPassphrase, type KeptDraft, type KeptFault } from '../secret/kept-draft.ts'
import type { Refusal } from '../outcome.tsx'
import type { ReadFault } from '../../../ui/read-out.tsx'
import { emptySource, type Previewed, type SourceDraft, type SourceFault } from '../trust/source-draft.ts'

/** `code` and `typing`: the recovery code shown, and typed back. Both are of the third step. */
export const wizardSteps = ['checkpoint', 'trust', 'secret', 'code', 'typing', 'devices', 'done'] as const
export type WizardStep = (typeof wizardSteps)[number]

export type WizardFault = CheckpointFault | `source-${SourceFault}` | `kept-${KeptFault}` | ReadFault

export const triedSources = ['camera', 'scanner'] as const
export type TriedSource = (typeof triedSources)[number]

export interface WizardState {
  step: WizardStep
  checkpoint: CheckpointDraft
  source: SourceDraft
  previewed: Previewed | null
  /** What was typed of the fingerprint as the authority read it out. */
  heard: string
  /** What was typed is the fingerprint's. */
  agreed: boolean
  kept: KeptDraft
  /** The recovery code, from when it is made until it has been typed back. */
  code: string | null
  typed: string
  tried: Partial<Record<TriedSource, HeardScan>>
  /** Where the profile is, once it is made. */
  place: string | null
  /** The program is at work. */
  busy: boolean
  fault: WizardFault | null
  refused: Refusal | null
}

export type WizardAction =
  | { kind: 'checkpoint-typed'; changed: Partial<CheckpointDraft> }
  | { kind: 'imported'; checkpoint: CheckpointWords; trustFrom: string | null; serverAuthority: string | null }
  | { kind: 'source-typed'; changed: Partial<SourceDraft> }
  | { kind: 'kept-typed'; kept: KeptDraft }
  | { kind: 'code-typed'; typed: string }
  | { kind: 'faulted'; fault: WizardFault }
  /** The program was asked something. */
  | { kind: 'asked' }
  | { kind: 'refused'; refused: Refusal }
  | { kind: 'previewed'; previewed: Previewed }
  | { kind: 'heard'; heard: string }
  /** What was typed is to be compared. */
  | { kind: 'compared' }
  | { kind: 'trust-skipped' }
  | { kind: 'begun'; code: string }
  | { kind: 'finished'; place: string }
  | { kind: 'tried'; scan: HeardScan }
  | { kind: 'next' }
  | { kind: 'back' }
  /** The room was left. */
  | { kind: 'left' }

export const newWizard: WizardState = {
  step: 'checkpoint',
  checkpoint: emptyCheckpoint,
  source: emptySource,
  previewed: null,
  heard: '',
  agreed: false,
  kept: noKept,
  code: null,
  typed: '',
  tried: {},
  place: null,
  busy: false,
  fault: null,
  refused: null,
}

/** The state after `action`. */
export function reduceWizard(state: WizardState, action: WizardAction): WizardState {
  const quiet = { ...state, busy: false, fault: null, refused: null }
  switch (action.kind) {
    case 'checkpoint-typed':
      return { ...quiet, busy: state.busy, checkpoint: { ...state.checkpoint, ...action.changed } }
    case 'imported': {
      const { trustFrom: from, serverAuthority } = action
      const source = from === null ? state.source : { from, serverAuthority: serverAuthority ?? '' }
      return { ...quiet, checkpoint: draftOfCheckpoint(action.checkpoint), source }
    }
    case 'source-typed':
      return { ...quiet, busy: state.busy, source: { ...state.source, ...action.changed } }
    case 'kept-typed':
      return { ...quiet, busy: state.busy, kept: action.kept }
    case 'code-typed':
      return { ...quiet, busy: state.busy, typed: action.typed }
    case 'faulted':
      return { ...quiet, fault: action.fault }
    case 'asked':
      return { ...quiet, busy: true }
    case 'refused':
      return { ...quiet, refused: action.refused }
    case 'previewed':
      return state.step === 'trust' ? { ...quiet, previewed: action.previewed, heard: '', agreed: false } : state
    case 'heard':
      return { ...quiet, busy: state.busy, heard: action.heard }
    case 'compared':
      return state.step === 'trust' && state.previewed ? compare(quiet, state.previewed) : state
    case 'trust-skipped':
      return state.step === 'trust' ? { ...quiet, previewed: null, agreed: false, step: 'secret' } : state
    case 'begun':
      return { ...quiet, code: action.code, typed: '', kept: withoutPassphrase(state.kept), step: 'code' }
    case 'finished':
      return { ...quiet, code: null, typed: '', place: action.place, step: 'devices' }
    case 'tried':
      return withTried(state, action.scan)
    case 'next':
      return state.busy ? state : goOn(quiet)
    case 'back':
      // A place that does not answer keeps nobody; what is being made is waited for.
      return state.busy && state.step !== 'trust' ? state : goBack(quiet)
    case 'left':
      return { ...state, kept: withoutPassphrase(state.kept), typed: '' }
  }
}

/** Only a reading that arrived whole counts; a scanner that sends broken letters is told of until it does. */
function withTried(state: WizardState, scan: HeardScan): WizardState {
  const { source } = scan
  if (source === 'image' || (scan.what === null && state.tried[source]?.what)) return state
  return { ...state, tried: { ...state.tried, [source]: scan } }
}

/** Goes on where what was typed is the fingerprint of the root that was looked at. */
function compare(state: WizardState, { preview }: Previewed): WizardState {
  const heard = readOut(preview.fingerprint, state.heard)
  return heard === 'same' ? { ...state, heard: '', agreed: true, step: 'secret' } : { ...state, fault: `read-${heard}` }
}

/** The next step, where nothing has to be asked for it. */
function goOn(state: WizardState): WizardState {
  const { step } = state
  if (step === 'code') return { ...state, step: 'typing' }
  if (step === 'devices') return { ...state, step: 'done' }
  if (step !== 'checkpoint') return state
  const read = readCheckpoint(state.checkpoint)
  return read.ok ? { ...state, step: 'trust' } : { ...state, fault: read.fault }
}

/** Back to what can still be changed. What is made is made. */
function goBack(state: WizardState): WizardState {
  const { step } = state
  if (step === 'secret') return { ...state, step: 'trust', kept: withoutPassphrase(state.kept), agreed: false }
  if (step === 'typing') return { ...state, step: 'code', typed: '' }
  if (step !== 'trust') return state
  return state.previewed ? { ...state, previewed: null, heard: '', agreed: false } : { ...state, step: 'checkpoint' }
}

/** Of five, the step that a person is at. */
export function numberOf(step: WizardStep): 1 | 2 | 3 | 4 | 5 {
  return ({ checkpoint: 1, trust: 2, secret: 3, code: 3, typing: 3, devices: 4, done: 5 } as const)[step]
}

/** Something stands in it that a person would have to do again. */
export function isBegun({ step, checkpoint: { name, lane, province } }: WizardState): boolean {
  return step !== 'done' && (step !== 'checkpoint' || `${name}${lane}${province}` !== '')
}
