/** Entry of the gallery: `?state=…&language=…&theme=…` shows a state, no state the list of all. */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import '@fontsource/be-vietnam-pro/700.css'
import '@fontsource/be-vietnam-pro/800.css'
import '../../renderer/ui/page.css'
import { createRoot } from 'react-dom/client'
import { now } from './clock.ts'
import { IndexPage } from './index-page.tsx'
import { showHubState } from './hub/show-hub.tsx'
import { showState } from './show.tsx'
import { standInForCamera } from './stand-in-camera.ts'
import { states } from './states.ts'

const place = document.querySelector('#screen')
if (!place) throw new Error('index.html has no #screen')
const wanted = new URLSearchParams(location.search)
const state = states.find(({ name }) => name === wanted.get('state'))
if (!state) createRoot(place).render(<IndexPage />)
else {
  Date.now = () => now
  standInForCamera(navigator.mediaDevices)
  const language = wanted.get('language') === 'en' ? 'en' : 'vi'
  const theme = wanted.get('theme') === 'night' ? 'night' : 'day'
  const view = { language, theme } as const
  void ('hub' in state ? showHubState(state, view, place) : showState(state, view, place))
}
