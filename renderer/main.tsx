/** Entry of the page: finds out which shell it is in, links to the program behind it, and draws. */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'
import '@fontsource/be-vietnam-pro/700.css'
import '@fontsource/be-vietnam-pro/800.css'
import './ui/page.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { openElectronWire } from './rpc/electron-wire.ts'
import { openLink, type Opening } from './rpc/link.ts'
import { openWebSocketWire } from './rpc/websocket-wire.ts'
import { PassHolder, passPlace } from './rpc/window-pass.ts'

const bridge = window.chot
const openWire = bridge ? () => openElectronWire(bridge) : overLoopback()

function overLoopback(): () => Promise<Opening> {
  const passes = new PassHolder(passPlace(window))
  return () => openWebSocketWire(location.origin, passes)
}

const place = document.querySelector('#screen')
if (!place) throw new Error('index.html has no #screen')
createRoot(place).render(<App link={openLink(openWire)} />)
