import { shellWord } from '../shell-word.ts'
import { words } from './words.ts'

export const fileErrors = {
  'TSQ-PATH': words<{ path: string; reason: string }>({
    meaning: 'A path does not stay inside the repository, or cannot exist on every system.',
    what: d => `"${d.path}" is not a path inside the repository`,
    why: d => `Trysquare writes nowhere else, and ${d.reason}.`,
    todo: () => 'Give a relative path with forward slashes, such as src/package/module.py.',
  }),
  'TSQ-PATH-OUTSIDE-TREE': words<{ path: string; nearest?: string }>({
    meaning: 'The approved tree does not hold this path, so no task may be about it.',
    what: d => `${d.path} is not in the approved tree`,
    why: () => 'The tree was approved as the canonical list of files; nothing else is made.',
    todo: d =>
      `${d.nearest ? `Did you mean ${d.nearest}? ` : ''}See the tree with \`trysquare plan show\`. A file of your own is taken in with \`trysquare plan add ${shellWord(d.path)} --purpose "…"\`.`,
  }),
  'TSQ-FOLDER': words<{ folder: string }>({
    meaning: 'The folder that a command is to work in does not exist.',
    what: d => `there is no folder ${d.folder}`,
    why: () => 'A command works in the folder where it is called, or in the one that --in names.',
    todo: () => 'Look how the folder is written; `trysquare new --out FOLDER` makes a new one.',
  }),
  'TSQ-FILE-CHANGED': words<{ path: string }>({
    meaning: 'A file in the repository is not the one that Trysquare last wrote there.',
    what: d => `${d.path} holds something that Trysquare did not write`,
    why: () => 'A person’s edit is never overwritten.',
    todo: d => `Look at it; then remove it, or give it in with \`trysquare task submit\` for ${d.path}.`,
  }),
  'TSQ-FILE-LINK': words<{ path: string }>({
    meaning: 'A symbolic link stands where Trysquare reads or writes a file of its own or of the plan.',
    what: d => `${d.path} is a symbolic link`,
    why: () => 'Following it could read, write or remove something outside the repository.',
    todo: () => 'Look where it leads; put a real file or folder in its place, then run the same command again.',
  }),
  'TSQ-FILE-DENIED': words<{ path: string; doing: string }>({
    meaning: 'The system does not permit Trysquare to read or write somewhere.',
    what: d => `no permission for ${d.doing} ${d.path}`,
    why: () => 'The system refused; what was done before is kept.',
    todo: () =>
      'Give yourself the right to that folder, or choose another with --out; then run the same command again.',
  }),
  'TSQ-FILE-READ-ONLY': words<{ path: string }>({
    meaning: 'The target lies on a read-only file system.',
    what: d => `${d.path} is on a read-only file system`,
    why: () => 'Nothing can be written there.',
    todo: () => 'Choose another folder with --out; then run the same command again.',
  }),
  'TSQ-DISK-FULL': words<{ path: string }>({
    meaning: 'There is no room left on the disk.',
    what: d => `the disk is full: ${d.path} could not be written`,
    why: () => 'What was acknowledged before is safe; the file was not left half written.',
    todo: () => 'Make room, then run the same command again: it goes on where it stopped.',
  }),
  'TSQ-FILE-ENCODING': words<{ path: string }>({
    meaning: 'A file that must be text is not valid UTF-8.',
    what: d => `${d.path} is not UTF-8`,
    why: () => 'Guessing an encoding would change the text unseen.',
    todo: () => 'Save it as UTF-8 and run the command again.',
  }),
  'TSQ-FILE-TOO-LARGE': words<{ path: string; bytes: number; limit: number }>({
    meaning: 'A file given to Trysquare is larger than it accepts.',
    what: d => `${d.path} has ${d.bytes} bytes; ${d.limit} are accepted`,
    why: () => 'Everything from outside is bounded, so that a mistake cannot fill memory or disk.',
    todo: () => 'Give a smaller file.',
  }),
} as const
