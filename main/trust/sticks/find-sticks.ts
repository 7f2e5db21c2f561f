/** Every stick that is plugged in, and what of ours is on it, in words. */
import { basename, join } from 'node:path'
import type { FoundPlace } from '../../../shared/contract/trust.ts'
import { inBoth, type Sentences } from '../../../shared/language/locale.ts'
import { say } from '../../../shared/language/say.ts'
import { listFolder } from '../../files/index.ts'
import { lookAtFolder, mostFolders, type Seen, type SeenPublication } from './look-at-folder.ts'
import { isEmpty, isMounted, stickItself } from './stick-itself.ts'
import type { StickPlace } from './stick-places.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** What is believed here, to tell what is on a stick from. `version`: of the publication; null before the first. */
export interface Own {
  root: { version: number; fingerprint: string } | null
  version: number | null
  /** Epoch milliseconds. */
  now: number
}

const publication: Sentences = {
  vi: 'Bản phát hành {version}{published, select, yes { lúc {publishedAt}} other {}}{against, select, stranger {, không phải của cơ quan phát hành mà chốt này tin: không dùng ở đây} first {, chưa so được với ai: chốt này chưa có bản nào} newer {, mới hơn bản đang dùng ({held})} same {, đúng là bản đang dùng} other {, cũ hơn bản đang dùng ({held})}}{expired, select, yes {; đã hết hạn lúc {expiresAt}} other {}}.',
  en: 'Publication {version}{published, select, yes { of {publishedAt}} other {}}{against, select, stranger {, not of the authority that this checkpoint believes: not for use here} first {, with nothing to compare it to: this checkpoint has none yet} newer {, newer than the one in use ({held})} same {, the one in use} other {, older than the one in use ({held})}}{expired, select, yes {; it expired at {expiresAt}} other {}}.',
}

const setUp: Sentences = {
  vi: 'Thiết lập của một chốt khác, không có bí mật nào.',
  en: 'The set-up of another kiosk, without any secret.',
}

const unseen: Sentences = {
  vi: 'USB này có nhiều thứ hơn mức được xem ({most, number} thư mục đầu theo tên): có thể còn bản phát hành hay thiết lập chưa thấy. Chép thứ cần tìm ra ngay gốc USB, hoặc sang USB ít tệp hơn.',
  en: 'This stick has more on it than is looked at (the first {most, number} folders by name): a publication or set-up may not have been seen. Copy what you look for to the top of the stick, or to one with fewer files.',
}

const beyond: Sentences = {
  vi: 'Máy này có hơn {most, number} USB hay thư mục ở chỗ cắm USB; chỉ {most, number} cái đầu được xem, từ cái này trở đi thì không. Rút bớt USB, hoặc bỏ thư mục thừa cạnh nó, rồi thử lại.',
  en: 'This computer has more than {most, number} sticks, or folders where sticks are; the first {most, number} were looked at, and none from this one on. Pull some out, or remove needless folders beside it, and try again.',
}

/** Sticks that are looked at: more than a computer has sockets for. That there are more is told. */
export const mostSticks = 32

/** The folders in a folder. Links are none: one could lead anywhere. */
async function foldersIn(folder: string): Promise<string[]> {
  const { entries } = await listFolder(folder)
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  return folders.toSorted()
}

/** Sticks that are plugged in. */
interface SticksAt {
  /** `mostSticks` at most. */
  sticks: string[]
  /** The first that is not among them; null: all are. */
  next: string | null
}

/** Folders that are sticks. */
export async function sticksAt(places: readonly StickPlace[], room: WaitingRoom): Promise<SticksAt> {
  const found: string[] = []
  for (const { folder, levels } of places) {
    let folders = [folder]
    for (let level = 0; level < levels; level++) folders = (await room.ask(folders, foldersIn)).flat()
    found.push(...folders)
  }
  return { sticks: found.slice(0, mostSticks), next: found[mostSticks] ?? null }
}

function against({ ours, version }: SeenPublication, own: Own): string {
  if (ours === false) return 'stranger'
  if (own.version === null || ours === null) return 'first'
  if (version === own.version) return 'same'
  return version > own.version ? 'newer' : 'older'
}

function told(seen: Seen, own: Own): Sentences {
  if (seen.holds === 'set-up') return setUp
  const { expiresAt, publishedAt, version } = seen
  const values = {
    version,
    expiresAt,
    against: against(seen, own),
    held: own.version ?? 0,
    expired: expiresAt <= own.now ? 'yes' : 'no',
    ...(publishedAt === null ? { published: 'no', publishedAt: '' } : { published: 'yes', publishedAt }),
  }
  return inBoth((locale) => say(locale, publication[locale], values))
}

/** That something on it may not have been seen. */
function unseenOn(stick: string, name: string): FoundPlace {
  const said = inBoth((locale) => say(locale, unseen[locale], { most: mostFolders }))
  return { path: stick, name, holds: 'unseen', said }
}

/** That there are more sticks than are looked at. @param next the first that was not */
function beyondThose(next: string): FoundPlace {
  const said = inBoth((locale) => say(locale, beyond[locale], { most: mostSticks }))
  return { path: next, name: nameOf(next), holds: 'beyond', said }
}

/** A drive's letter has no name of its own. */
const nameOf = (stick: string): string => basename(stick) || stick

/**
 * Looks at every stick: what of ours is on it, then the stick itself where one is mounted. One that does not answer is left
 * out, and keeps nothing waiting.
 */
export async function findSticks(
  places: readonly StickPlace[],
  own: Own,
  room: WaitingRoom,
  mounted: (folder: string) => Promise<boolean> = isMounted,
): Promise<FoundPlace[]> {
  const { sticks, next } = await sticksAt(places, room)
  const looks = await room.ask(sticks, async (stick): Promise<FoundPlace[]> => {
    const name = nameOf(stick)
    const { seen, names, more } = await lookAtFolder(stick, own.root)
    const ours = seen.map((each): FoundPlace => ({ path: each.path, name, holds: each.holds, said: told(each, own) }))
    const found = more ? [...ours, unseenOn(stick, name)] : ours
    if (!(await mounted(stick))) return found
    const said = ours.map((place) => place.said)
    return [...found, stickItself(stick, name, { said, isEmpty: !more && isEmpty(names) })]
  })
  return next === null ? looks.flat() : [...looks.flat(), beyondThose(next)]
}
