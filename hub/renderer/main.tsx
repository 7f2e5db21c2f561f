/** Entry of the hub's page. */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import '@fontsource/be-vietnam-pro/700.css'
import '@fontsource/be-vietnam-pro/800.css'
import '../../renderer/ui/page.css'
import { createRoot } from 'react-dom/client'
import { HubPage } from './page.tsx'

const place = document.querySelector('#screen')
if (!place) throw new Error('index.html has no #screen')
createRoot(place).render(<HubPage fetch={(path, init) => fetch(path, init)} kept={localStorage} />)
