/** Practice days: a post's days made up, with everything that happens at one, for training and for trying things out. */
export { fillPractice, practiceBegins } from './fill.ts'
export { lessonRoom } from './lesson-room.ts'
export { PracticeNotRecorded, type Filled } from './player.ts'
export { PracticePost, practicePinCost } from './practice-post.ts'
export { practicePin } from './roster.ts'
