/** Puts a state on the page: the whole screen over a stub link, then the state's steps. */
import { createRoot } from 'react-dom/client'
import { App } from '../../renderer/app.tsx'
import type { Settings } from '../../shared/contract/schemas.ts'
import { openStubLink } from './stub-link.ts'
import type { State } from './state.ts'

/** What the address chooses. */
export type View = Pick<Settings, 'language' | 'theme'>

/**
 * Draws the state into `place`. The document says by `data-arrived` that it is shown, by `data-fault` why it is not, and by
 * `data-chosen` what the keys for theme and language have chosen since.
 */
export async function showState(state: State, view: View, place: Element): Promise<void> {
  const { documentElement: document } = place.ownerDocument
  const fail = (fault: unknown): void => void (document.dataset['fault'] ??= describe(fault))
  const chosen = ({ theme, language }: Partial<Settings>): void =>
    void (document.dataset['chosen'] = theme ?? language ?? '')
  const { link, stage } = openStubLink(state, { ...view, camera: null, scannerPrefix: '' }, { fault: fail, chosen })
  createRoot(place, { onUncaughtError: fail }).render(<App link={link} />)
  try {
    for (const step of state.steps) await step(stage)
    await place.ownerDocument.fonts.ready
    await settled()
    document.dataset['arrived'] = state.name
  } catch (fault) {
    fail(fault)
  }
}

/** Until what came of the last step is drawn. */
function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause === undefined ? fault.message : `${fault.message} ${JSON.stringify(fault.cause)}`
}
