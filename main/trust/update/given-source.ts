/** Where an update comes from, as a person types or chooses it. */
import { statSync } from 'node:fs'
import { inBoth, type Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { authoritiesInFile } from '../../private-servers/index.ts'
import { proxyEnv } from '../../profile/index.ts'
import {
  addServerAuthorities,
  folderSource,
  goThrough,
  httpsSource,
  type RepositorySource,
} from '../repository/index.ts'

const faults = {
  address: {
    vi: 'Không dùng được địa chỉ {from}: cần địa chỉ bắt đầu bằng "https://". Sửa địa chỉ rồi thử lại.',
    en: 'The address {from} cannot be used: it has to begin with "https://". Put it right and try again.',
  },
  folder: {
    vi: 'Không có thư mục {from}. Xem USB đã cắm chưa và tên thư mục có đúng không, rồi làm lại. USB đang cắm thì màn hình cho bấm số; bằng lệnh thì "npx chot trust update" không kèm NGUỒN kể ra.',
    en: 'There is no folder {from}. See that the stick is plugged in and the name is right, and try again. A stick that is there has a figure on the screen; by command, "npx chot trust update" without FROM lists them.',
  },
  authority: {
    vi: 'Không đọc được chứng thư trong {file}. Hỏi kỹ thuật tệp chứng thư gốc (PEM) của máy chủ.',
    en: 'The certificates in {file} cannot be read. Ask IT for the server’s authority as a PEM file.',
  },
} as const satisfies Record<string, Sentences>

/** A folder or an address, and a file with a private server's authority; null: those that are known. */
export interface GivenPlace {
  from: string
  serverAuthority: string | null
  /** The authorities that the profile keeps (PEM), believed where no file was named; absent: none. */
  kept?: readonly string[]
}

/** Whether what was given is an address and no folder. */
export const isAddress = (from: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(from)

/** Believes web servers by the authorities in a file; false where it has none. */
function believeServersBy(file: string): boolean {
  try {
    const found = authoritiesInFile(file)
    addServerAuthorities(found)
    return found.length > 0
  } catch {
    return false
  }
}

/**
 * The source at a place, or what is wrong with the place and what to do.
 * @param proxy through which an address is reached; undefined: as the computer's environment says
 */
export function givenSource(
  { from, serverAuthority, kept = [] }: GivenPlace,
  proxy?: string,
): RepositorySource | Sentences {
  if (serverAuthority !== null && !believeServersBy(serverAuthority))
    return inBoth((locale) => say(locale, faults.authority[locale], { file: serverAuthority }))
  if (serverAuthority === null) addServerAuthorities(kept)
  if (!isAddress(from)) {
    if (statSync(from, { throwIfNoEntry: false })?.isDirectory() === true) return folderSource(from)
    return inBoth((locale) => say(locale, faults.folder[locale], { from: shownText(from) }))
  }
  try {
    goThrough(proxyEnv(proxy, process.env))
    return httpsSource(from)
  } catch {
    return inBoth((locale) => say(locale, faults.address[locale], { from }))
  }
}
