/** Which shell `npm start` opens, and the reason it prints. A pure decision; start.ts acts on it. */
import type { ElectronBinary } from './find-electron.ts'

export const shells = ['electron', 'browser', 'serve'] as const
export type Shell = (typeof shells)[number]

/** What the decision rests on. `unreachable`: a fetch was tried, or a start, and came to nothing. */
export interface Facts {
  requested: Shell | null
  display: boolean
  /** Running as root on Linux, where Chromium's sandbox refuses to work. */
  root: boolean
  electron: ElectronBinary | { state: 'unreachable'; why: string }
  browser: string | null
}

export type Choice =
  | { open: 'electron'; binary: string; why: string }
  | { open: 'fetch-electron' }
  | { open: 'browser'; binary: string; why: string }
  | { open: 'serve'; why: string }
  | { open: 'nothing'; why: string }

/**
 * Electron where its binary is on disk or may be fetched, else an installed browser, else serving alone. Without a
 * display nothing is fetched or opened. Asking for a shell that cannot be had opens nothing and says why.
 */
export function chooseShell(facts: Facts): Choice {
  const { requested, electron } = facts
  if (requested === 'serve') return { open: 'serve', why: 'you asked for it' }
  if (requested === 'electron') return chosenElectron(facts)
  if (requested === 'browser')
    return openBrowser(facts, 'you asked for it') ?? { open: 'nothing', why: noBrowser(facts) }
  if (!facts.display) return { open: 'serve', why: 'this machine has no display' }
  if (facts.root) return withoutElectron(facts, "Electron's sandbox does not run as root")
  if (electron.state === 'absent') return { open: 'fetch-electron' }
  if (electron.state === 'unreachable') return withoutElectron(facts, electron.why)
  return { open: 'electron', binary: electron.binary, why: 'its binary is on disk' }
}

function chosenElectron({ display, root, electron }: Facts): Choice {
  if (!display) return { open: 'nothing', why: 'Electron needs a display; use --shell serve' }
  if (root) return { open: 'nothing', why: "Electron's sandbox does not run as root; start as an ordinary user" }
  if (electron.state === 'absent') return { open: 'fetch-electron' }
  if (electron.state === 'unreachable') return { open: 'nothing', why: electron.why }
  return { open: 'electron', binary: electron.binary, why: 'you asked for it' }
}

function withoutElectron(facts: Facts, why: string): Choice {
  return openBrowser(facts, why) ?? { open: 'serve', why: `${why}, and ${noBrowser(facts)}` }
}

function openBrowser({ display, browser }: Facts, why: string): Choice | null {
  return display && browser !== null ? { open: 'browser', binary: browser, why } : null
}

function noBrowser({ display }: Facts): string {
  return display ? 'no Chromium, Chrome or Edge was found' : 'a browser needs a display; use --shell serve'
}
