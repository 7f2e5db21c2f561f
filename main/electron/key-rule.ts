/** Which keys never reach the page or Chromium: those that would reload, print, close, zoom or leave it. */

/** A key as Electron's `before-input-event` describes it. */
export interface Key {
  key: string
  control: boolean
  shift: boolean
  alt: boolean
  meta: boolean
}

/**
 * Full screen, and what some keyboards have besides. The other function keys are the page's: without a menu they mean
 * nothing to Electron, and the page keeps Chromium from taking them.
 */
const swallowed = new Set(['F11', 'BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'PrintScreen'])
/**
 * With Ctrl (on a Mac, Command): editing keys of every field, and what the page knows: a scanner's line end (J, M), search
 * (F), the vehicle (E), a picture (O), the next camera (K), the page once more (L), referrals (G), signing in (D), taking
 * over (H), a slip (P), a poster (U), the lesson (B, Y).
 */
const kept = new Set([
  'd',
  'e',
  'f',
  'g',
  'h',
  'b',
  'p',
  'o',
  'k',
  'l',
  'j',
  'm',
  'u',
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
  if (swallowed.has(key)) return true
  // AltGr, as many keyboards type characters, arrives as Ctrl+Alt.
  if (control && alt) return key.length > 1
  if (control || meta) {
    if (!packaged && shift && key.toLowerCase() === 'i') return false
    return !kept.has(key.length === 1 ? key.toLowerCase() : key)
  }
  return alt && (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home')
}
