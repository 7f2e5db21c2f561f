/** The room of the profile: the folder that is one checkpoint's whole state, where it lies, who it says it is. */
export {
  parseCheckpoint,
  type Checkpoint,
  type CheckpointFault,
  type CheckpointMember,
  type MemberFault,
} from './checkpoint.ts'
export { openProfileJournal } from './open-journal.ts'
export {
  begunFileName,
  endsFolder,
  folderToStart,
  modeIn,
  profileFolder,
  profilePlaces,
  profileState,
  realPlace,
  restoringName,
  setUpParts,
  type ProfileState,
} from './place.ts'
export { proxyEnv } from './proxy-env.ts'
export { CheckpointUnreadable, profilePaths, readCheckpoint } from './profile.ts'
