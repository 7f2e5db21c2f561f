/** Files: reading what somebody else may have written or put there, and writing where they may have put something. */
export {
  fileFaults,
  FileUnreadable,
  foreignFault,
  openForeignFile,
  openNamedFile,
  readForeignFile,
  readForeignFileIfThere,
  readForeignFileLater,
  readNamedFile,
  type FileFault,
  type ForeignFile,
} from './foreign-file.ts'
export { renameDurably, writeNewFile } from './durable-write.ts'
export { listFolder } from './list-folder.ts'
export { demandOwnFiles, openOwnFile, OwnFileReplaced, replaceOwnFile } from './own-file.ts'
export { staged, stagedName, stageFile } from './staged-file.ts'
export { shippedFile } from './shipped-file.ts'
export { parseJsonBytes, textOf } from './json-bytes.ts'
export { systemReasons } from './system-reasons.ts'
export { writeRegularFile } from './write-file.ts'
export { sayUnwritable } from './unwritable.ts'
