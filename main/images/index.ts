/** Images: the codes in a picture file, for the command line. */
export { isPicture, readImage, type ImageAnswer } from './read-image.ts'
