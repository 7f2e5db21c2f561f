/** Puts a state of the hub's page on the page, as show.tsx does a kiosk's. */
import { createRoot } from 'react-dom/client'
import { HubPage } from '../../../hub/renderer/page.tsx'
import { arrive } from '../arrive.ts'
import type { HubState } from '../state.ts'
import type { View } from '../show.tsx'
import { stubHub } from './stub-hub.ts'

/** Draws the state into `place`; the document says by the same marks how far it is. */
export async function showHubState(state: HubState, { language, theme }: View, place: Element): Promise<void> {
  const { documentElement: document } = place.ownerDocument
  let now = `${language} ${theme}`
  const kept = {
    getItem: () => now,
    setItem(_name: string, chosen: string) {
      const [locale = '', light = ''] = chosen.split(' ')
      document.dataset['chosen'] = now.endsWith(light) ? locale : light
      now = chosen
    },
  }
  await arrive(document, state.name, async (fail) => {
    createRoot(place, { onUncaughtError: fail }).render(<HubPage fetch={stubHub(state.hub)} kept={kept} />)
    for (const step of state.steps) await step()
  })
}
