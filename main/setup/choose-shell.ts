/** Which shell `npm start` opens, and the reason it prints. A pure decision; start.ts acts on it. */
import type { Sentences } from '../../shared/language/locale.ts'
import type { ElectronBinary } from './find-electron.ts'

export const shells = ['electron', 'browser', 'serve'] as const
export type Shell = (typeof shells)[number]

/** What the decision rests on. `unreachable`: a fetch was tried, or a start, and came to nothing. */
export interface Facts {
  requested: Shell | null
  display: boolean
  /** Running as root on Linux, where Chromium's sandbox refuses to work. */
  root: boolean
  electron: ElectronBinary | { state: 'unreachable'; why: Sentences }
  browser: string | null
}

export type Choice =
  | { open: 'electron'; binary: string; why: Sentences }
  | { open: 'fetch-electron' }
  | { open: 'browser'; binary: string; why: Sentences }
  | { open: 'serve'; why: Sentences }
  | { open: 'nothing'; why: Sentences }

const asked = { vi: 'bạn yêu cầu', en: 'you asked for it' }
const noDisplay = { vi: 'máy này không có màn hình', en: 'this machine has no display' }
const onDisk = { vi: 'máy này đã có Electron', en: 'its binary is on disk' }
const asRoot = {
  vi: 'vùng cách ly của Electron không chạy với quyền root',
  en: "Electron's sandbox does not run as root",
}
const refusesRoot = {
  vi: `${asRoot.vi}; hãy mở bằng người dùng thường`,
  en: `${asRoot.en}; start as an ordinary user`,
}
const needsDisplay = {
  vi: 'Electron cần màn hình; dùng --shell serve',
  en: 'Electron needs a display; use --shell serve',
}

/**
 * Electron where its binary is on disk or may be fetched, else an installed browser, else serving alone. Without a
 * display nothing is fetched or opened. Asking for a shell that cannot be had opens nothing and says why.
 */
export function chooseShell(facts: Facts): Choice {
  const { requested, electron } = facts
  if (requested === 'serve') return { open: 'serve', why: asked }
  if (requested === 'electron') return chosenElectron(facts)
  if (requested === 'browser') return openBrowser(facts, asked) ?? { open: 'nothing', why: noBrowser(facts) }
  if (!facts.display) return { open: 'serve', why: noDisplay }
  if (facts.root) return withoutElectron(facts, asRoot)
  if (electron.state === 'absent') return { open: 'fetch-electron' }
  if (electron.state === 'unreachable') return withoutElectron(facts, electron.why)
  return { open: 'electron', binary: electron.binary, why: onDisk }
}

function chosenElectron({ display, root, electron }: Facts): Choice {
  if (!display) return { open: 'nothing', why: needsDisplay }
  if (root) return { open: 'nothing', why: refusesRoot }
  if (electron.state === 'absent') return { open: 'fetch-electron' }
  if (electron.state === 'unreachable') return { open: 'nothing', why: electron.why }
  return { open: 'electron', binary: electron.binary, why: asked }
}

function withoutElectron(facts: Facts, why: Sentences): Choice {
  const { vi, en } = noBrowser(facts)
  return openBrowser(facts, why) ?? { open: 'serve', why: { vi: `${why.vi}, và ${vi}`, en: `${why.en}, and ${en}` } }
}

function openBrowser({ display, browser }: Facts, why: Sentences): Choice | null {
  return display && browser !== null ? { open: 'browser', binary: browser, why } : null
}

function noBrowser({ display }: Facts): Sentences {
  return display
    ? { vi: 'không tìm thấy Chromium, Chrome hay Edge', en: 'no Chromium, Chrome or Edge was found' }
    : { vi: 'trình duyệt cần màn hình; dùng --shell serve', en: 'a browser needs a display; use --shell serve' }
}
