/** Reads what a program answered, or a file holds, as typed values: whatever is of another shape is named, with its place. */
export {
  type Fields,
  type Read,
  type Reader,
  anything,
  fields,
  flag,
  jsonText,
  listOf,
  mapOf,
  number,
  optional,
  parseJson,
  text,
} from './read';
