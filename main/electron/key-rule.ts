/** Which keys never reach the page or Chromium: those that would reload, print, close, zoom or leave it. */

/** A key as Electron's `before-input-event` describes it. */
export interface Key {
  key: string
  control: boolean
  shift: boolean
  alt: boolean
  meta: boolean
}

/** Chromium's own: caret browsing, reload, address bar, full screen, and what some keyboards have besides. */
const swallowed = new Set([
  'F5',
  'F6',
  'F7',
  'F11',
  'BrowserBack',
  'BrowserForward',
  'BrowserRefresh',
  'BrowserHome',
  'PrintScreen',
])
const developer = new Set(['F12'])

/** Editing keys that work with Ctrl (on a Mac, Command) in every field. */
const editing = new Set([
  'a',
  'c',
  'v',
  'x',
  'y',
  'z',
  'Insert',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
])

/** Whether to swallow a key. `packaged` as for the window: developers keep their tools. */
export function swallows({ key, control, shift, alt, meta }: Key, packaged: boolean): boolean {
  if (developer.has(key)) return packaged
  if (swallowed.has(key)) return true
  // AltGr, as many keyboards type characters, arrives as Ctrl+Alt.
  if (control && alt) return key.length > 1
  if (control || meta) {
    if (!packaged && shift && key.toLowerCase() === 'i') return false
    return !editing.has(key.length === 1 ? key.toLowerCase() : key)
  }
  return alt && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')
}
