/** `chot-authority key export`: a key's private half moves off to a stick. */
import { defineCommand } from '../../main/terminal/index.ts'
import { say } from '../../shared/language/say.ts'
import { exportKey } from '../repository/export-key.ts'
import { alone } from '../repository/folder-lock.ts'
import { openHome } from '../repository/home.ts'
import { confirmName, confirmOption } from './confirm-name.ts'
import { findKey } from './find-key.ts'
import { authorityOption } from './options.ts'

const leaving = {
  vi: 'Phần bí mật của khóa {name} sẽ rời khỏi thư mục cơ quan phát hành. Gõ lại mã khóa đầy đủ để xác nhận: ',
  en: 'The private half of the key {name} will leave the authority’s folder. Type the whole key to confirm: ',
} as const

const moved = {
  vi: 'Đã chuyển khóa sang "{copy}" và đọc lại đúng; ở đây không còn. Khi cần dùng: --keys "{folder}". Mất USB này là mất khóa: hãy có bản sao ở nơi khác.\n',
  en: 'The key is in "{copy}" now, read back and right, and no longer here. To use it: --keys "{folder}". If that stick is lost, so is the key: keep a copy elsewhere.\n',
} as const

export const keyExport = defineCommand({
  summary: { vi: 'chuyển phần bí mật của một khóa sang USB', en: 'moves a private half off to a stick' },
  about: {
    vi: 'Chuyển phần bí mật của một khóa, vẫn được mật khẩu bảo vệ, sang thư mục khác, ví dụ USB cất riêng. Chỉ xóa bản ở đây khi đã đọc lại đúng bản vừa ghi, và sau khi mã khóa đầy đủ được gõ lại.',
    en: 'Moves the private half of a key, sealed as it is, to another folder, a stick kept apart for one. It is deleted here only once what was written reads back the same, and the whole identifier has been typed back.',
  },
  words: { says: { vi: 'KHÓA THƯ-MỤC', en: 'KEY DIR' }, least: 2, most: 2 },
  options: { ...authorityOption, ...confirmOption },
  statuses: {
    0: { vi: 'đã chuyển', en: 'moved' },
    1: { vi: 'không chuyển: có lý do kèm theo', en: 'not moved; it says why' },
  },
  async run([beginning = '', folder = ''], values, terminal) {
    const home = openHome(values.authority, terminal.env)
    const found = findKey(home, beginning)
    await confirmName(found.key, leaving, values.confirm, terminal)
    const copy = alone(home.folder, () => exportKey(home, found, folder))
    terminal.print(say(terminal.locale, moved[terminal.locale], { copy, folder }))
    return 0
  },
})
