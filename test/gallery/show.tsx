/** Puts a state on the page: the whole screen over a stub link, then the state's steps. */
import { createRoot } from 'react-dom/client'
import { App } from '../../renderer/app.tsx'
import type { Settings } from '../../shared/contract/schemas.ts'
import { arrive } from './arrive.ts'
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
  await arrive(document, state.name, async (fail) => {
    const chosen = ({ theme, language }: Partial<Settings>): void =>
      void (document.dataset['chosen'] = theme ?? language ?? '')
    const { link, stage } = openStubLink(state, { ...view, camera: null, scannerPrefix: '' }, { fault: fail, chosen })
    createRoot(place, { onUncaughtError: fail }).render(<App link={link} />)
    for (const step of state.steps) await step(stage)
  })
}
