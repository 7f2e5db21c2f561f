/** The wizard's effects: what the program is asked at its steps. */
import { useEffect, useReducer, useRef, type Dispatch } from 'react'
import { useLink } from '../../../rpc/link-context.ts'
import { answerOf } from '../../../rpc/answer-of.ts'
import { proxyOf, readCheckpoint } from '../checkpoint/checkpoint-draft.ts'
import { readKept } from '../secret/kept-draft.ts'
import { readSource, type Source } from '../trust/source-draft.ts'
import type { RefusedAnswer } from '../outcome.tsx'
import { newWizard, reduceWizard, type WizardAction, type WizardState } from './wizard-state.ts'

export interface WizardActs {
  state: WizardState
  dispatch: Dispatch<WizardAction>
  importFrom: (file: string) => void
  /** Looks at what a place publishes, believing nothing. */
  preview: (source: Source) => void
  /** The same for the place that is typed. */
  previewTyped: () => void
  /** Makes everything of the profile but its last file. */
  begin: () => void
  /** The recovery code as it was typed back makes the profile. */
  finish: () => void
}

/** @param onMade the profile is there from here on */
export function useWizard(onMade: () => void): WizardActs {
  const link = useLink()
  const [state, dispatch] = useReducer(reduceWizard, newWizard)
  /** The question whose answer is waited for; null: none. */
  const asking = useRef<object | null>(null)
  useEffect(() => () => dispatch({ kind: 'left' }), [])

  /** One thing at a time: a second press is no second question. An answer that nobody waits for any more is dropped. */
  const ask = async <T extends { ok: true }>(
    call: () => Promise<T | RefusedAnswer>,
    then: (answer: T) => WizardAction,
  ): Promise<void> => {
    if (asking.current) return
    const question = {}
    asking.current = question
    dispatch({ kind: 'asked' })
    const answer = await answerOf(call())
    if (asking.current !== question) return
    asking.current = null
    dispatch(answer?.ok ? then(answer) : { kind: 'refused', refused: { said: answer?.said ?? null } })
  }

  const preview = (source: Source): void =>
    void ask(
      () => link.call('setUp.preview', { ...source, profile: 'new', ...proxyOf(state.checkpoint) }),
      (answer) => ({ kind: 'previewed', previewed: { source, preview: answer } }),
    )
  return {
    state,
    dispatch(action) {
      if (state.step === 'trust' && (action.kind === 'back' || action.kind === 'trust-skipped')) asking.current = null
      dispatch(action)
    },
    preview,
    importFrom: (file) =>
      void ask(
        () => link.call('setUp.import', { file }),
        ({ ok: _, ...read }) => ({ kind: 'imported', ...read }),
      ),
    previewTyped() {
      const read = readSource(state.source)
      if (read.ok) preview(read.source)
      else dispatch({ kind: 'faulted', fault: `source-${read.fault}` })
    },
    begin() {
      const checkpoint = readCheckpoint(state.checkpoint)
      const kept = readKept(state.kept)
      if (!checkpoint.ok) return dispatch({ kind: 'faulted', fault: checkpoint.fault })
      if (!kept.ok) return dispatch({ kind: 'faulted', fault: `kept-${kept.fault}` })
      const { previewed, agreed } = state
      const trust = previewed && agreed ? { ...previewed.source, fingerprint: previewed.preview.fingerprint } : null
      void ask(
        () => link.call('setUp.begin', { checkpoint: checkpoint.words, trust, secret: kept.secret }),
        ({ recoveryCode }) => ({ kind: 'begun', code: recoveryCode }),
      )
    },
    finish: () =>
      void ask(
        () => link.call('setUp.finish', { recoveryCode: state.typed.trim() }),
        ({ place }) => {
          onMade()
          return { kind: 'finished', place }
        },
      ),
  }
}
