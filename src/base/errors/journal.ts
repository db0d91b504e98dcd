import { words } from './words.ts'

export const journalErrors = {
  'TSQ-JOURNAL-BROKEN': words<{ file: string; line: number; reason: string }>({
    meaning: 'The journal’s chain of hashes does not hold: a line was changed, lost or added by something else.',
    what: d => `${d.file}, line ${d.line}: ${d.reason}`,
    why: () => 'Each event carries the hash of the one before; evidence that can be edited is none.',
    todo: () => 'Restore the file from version control; `trysquare verify` shows the state of every run.',
  }),
  'TSQ-JOURNAL-REWRITTEN': words<{ file: string; sequence: number }>({
    meaning: 'The journal is consistent, but it is not the history that this machine wrote.',
    what: d => `${d.file} was rewritten: event ${d.sequence} is not the one this machine recorded`,
    why: () =>
      'The head that was last written is remembered outside the repository, and this history does not contain it.',
    todo: () => 'Find out who changed it; restore it from version control to go on.',
  }),
  'TSQ-JOURNAL-OLDER': words<{ file: string; known: number; found: number; memory: string }>({
    meaning: 'The journal is an older copy of the history that this machine wrote.',
    what: d => `${d.file} ends at event ${d.found}; this machine knows ${d.known}`,
    why: () => 'An older branch was probably checked out; going on from here would fork the history.',
    todo: d =>
      `Check out what holds the newer journal (\`git log --all -- ${d.file}\` finds it). If it is lost for good, remove ${d.memory}: from then on this machine knows nothing of the run, and \`trysquare verify\` says so.`,
  }),
  'TSQ-JOURNAL-NEWER': words<{ file: string; version: number; known: number }>({
    meaning: 'The journal was written by a newer version of Trysquare.',
    what: d => `${d.file} has format ${d.version}; this version reads up to ${d.known}`,
    why: () => 'Reading what it does not know could lose something; nothing was written.',
    todo: () => 'Update Trysquare.',
  }),
  'TSQ-JOURNAL-RACE': words<{ expected: number; found: number }>({
    meaning: 'Somebody else appended to the journal in between.',
    what: d => `the journal is at event ${d.found}, not ${d.expected}`,
    why: () => 'The decision was made on an older state.',
    todo: () => 'Run the command again.',
  }),
  'TSQ-RUN-LOCKED': words<{ holder: string; since: string }>({
    meaning: 'Another process is working on this run.',
    what: d => `the run is held by ${d.holder} since ${d.since}`,
    why: () => 'Two writers would tear the history.',
    todo: () => 'Wait for it or stop it; a dead process’s lock is taken over by itself.',
  }),
} as const
