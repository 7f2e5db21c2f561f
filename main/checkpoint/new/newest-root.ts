/** The newest root of a publication, read to be compared: nothing is believed because of it. */
import { inBoth } from '../../../shared/language/locale.ts'
import { sayRefusal, metadataLimits, readRoot, type FirstRoot, type RepositorySource } from '../../trust/index.ts'
import { refuse, type Outcome } from '../said.ts'

const sentences = {
  none: {
    vi: 'Ở {from} không có bản phát hành khóa nào. Chọn thư mục có "metadata" và "targets", hoặc xem lại địa chỉ.',
    en: 'There is no publication of keys at {from}. Choose the folder that has "metadata" and "targets", or check the address.',
  },
  damaged: {
    vi: 'Khóa gốc {file} ở {from} bị hỏng hoặc không có đủ chữ ký. Lấy lại bản phát hành từ cơ quan phát hành.',
    en: 'The root {file} at {from} is damaged or lacks signatures. Get the publication from the authority again.',
  },
} as const

/** Roots of one authority that are looked through: as many as an update steps over. */
const mostRoots = 256

/** @param from as the person wrote it, for the sentence */
export async function newestRoot(source: RepositorySource, from: string): Promise<Outcome<{ root: FirstRoot }>> {
  let newest: FirstRoot | null = null
  for (let version = 1; version <= mostRoots; version++) {
    const file = `metadata/${version}.root.json`
    const answer = await source.open(file)
    if (answer.kind === 'unreachable')
      return { ok: false, said: inBoth((locale) => sayRefusal(locale, answer.refusal)) }
    if (answer.kind === 'missing') break
    const bytes = await bounded(answer.chunks)
    const root = bytes && readRoot(bytes)
    if (root?.version !== version) return refuse(sentences.damaged, { file, from })
    newest = root
  }
  return newest ? { ok: true, root: newest } : refuse(sentences.none, { from })
}

/** All of it; null where it breaks off, or is larger than a root may be. */
async function bounded(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const read: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of chunks) {
      length += chunk.length
      if (length > metadataLimits.root) return null
      read.push(chunk)
    }
  } catch {
    return null
  }
  return Buffer.concat(read)
}
