/** A stick or shared folder that a command is given: it has to be there, for none is made in place of one that is not. */
import { statSync } from 'node:fs'
import { Failure } from './failure.ts'
import { status } from './statuses.ts'

const noStick = {
  vi: 'không có thư mục {folder}. Cắm USB rồi chạy lại, hoặc sửa đường dẫn; không có gì được ghi.',
  en: 'there is no folder {folder}. Plug the stick in and run this again, or correct the path; nothing was written.',
} as const

/**
 * Demands that a folder is there; a link to one counts. One that is made in place of a stick lies on this computer's own disk,
 * and whoever carries the stick carries nothing.
 * @throws Failure where it is not
 */
export function demandStick(folder: string): void {
  if (!isFolder(folder)) throw new Failure('no-stick', noStick, { folder }, { status: status.input })
}

function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory()
  } catch {
    return false
  }
}
