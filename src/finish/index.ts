/** What is done to a painted picture until it is the asset that was asked for; each takes a raster and gives a new one. */
export { bleed } from './bleed.ts';
export { fitPicture } from './fit-picture.ts';
export { flatten } from './flatten.ts';
export { frameSubject } from './frame-subject.ts';
export { strengthen } from './strengthen.ts';
