/** Practice days: a post's days made up, with everything that happens at one, for training and for trying things out. */
export { fillPractice, practiceBegins, PracticeNotRecorded, type Filled } from './fill.ts'
export { lessonRoom } from './lesson-room.ts'
export { PracticePost, practicePinCost } from './practice-post.ts'
export { practicePin } from './roster.ts'
