/** Nobody goes anywhere: the page is loaded once by us, and stays. */
import type { App, Session } from 'electron'
import { mayRequest } from './origin.ts'

/** Denies navigation, redirects, new windows and embedded pages to every page of the program, and requests that leave it. */
export function setUpNavigation(app: App, session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url) }))
}
