/** What `npm start` says, in the language that was chosen: three lines about what it did and why, and what follows. */
import type { Mode } from '../../shared/domain/mode.ts'
import type { Locale } from '../../shared/language/locale.ts'

interface Words {
  setUp: (done: { installed: boolean; built: boolean; made: boolean; mode: Mode | null; profile: string }) => string
  shell: (what: string, why: string) => string
  serving: string
  opensWindow: string
  sheet: (file: string) => string
  byHand: string
  forAnother: string
  fetching: string
  neverOpened: string
  endedAtOnce: (program: string, status: number | null, address: string) => string
  nothingOpened: (why: string) => string
}

/** A line each, without its end. */
export const startWords: Readonly<Record<Locale, Words>> = {
  vi: {
    setUp: ({ installed, built, made, mode, profile }) =>
      `Chuẩn bị: ${installed ? 'đã cài các gói cần dùng' : 'các gói đã có sẵn'}, ${built ? 'đã dựng màn hình' : 'màn hình vẫn là bản mới'}, ${made ? 'đã tạo hồ sơ chốt' : 'hồ sơ chốt'}${mode === 'practice' ? ' tập huấn' : ''} trong ${profile}.`,
    shell: (what, why) => `Mở bằng: ${what}, vì ${why}.`,
    serving: 'địa chỉ trên máy này',
    opensWindow: 'đang mở cửa sổ.',
    sheet: (file) => ` Mã QR thử: ${file}`,
    byHand: '(tự mở trong trình duyệt)',
    forAnother: '(cho một cửa sổ khác)',
    fetching: 'đang tải Electron (khoảng 120 MB, một lần)…',
    neverOpened: 'Electron dừng trước khi mở cửa sổ',
    endedAtOnce: (program, status, address) =>
      `${program} dừng ngay (mã ${String(status)}); hãy mở ${address} trong trình duyệt khác.`,
    nothingOpened: (why) => `không mở được gì: ${why}.`,
  },
  en: {
    setUp: ({ installed, built, made, mode, profile }) =>
      `Set-up: ${installed ? 'dependencies installed' : 'dependencies were there'}, ${built ? 'screen built' : 'build was up to date'}, ${mode === 'practice' ? 'practice ' : ''}checkpoint ${made ? 'made ' : ''}in ${profile}.`,
    shell: (what, why) => `Shell: ${what}, because ${why}.`,
    serving: 'serving on loopback',
    opensWindow: 'opening its window.',
    sheet: (file) => ` Demo QR codes: ${file}`,
    byHand: '(to be opened by hand)',
    forAnother: '(for another window)',
    fetching: "fetching Electron's binary (about 120 MB, once)…",
    neverOpened: 'Electron ended before it opened a window',
    endedAtOnce: (program, status, address) =>
      `${program} ended at once (status ${String(status)}); open ${address} in another browser.`,
    nothingOpened: (why) => `nothing was opened: ${why}.`,
  },
}
