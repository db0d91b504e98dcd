/**
 * What keeps a repository from making git run something of its own. Two halves: settings that are the same for every repository, and
 * those that have a name in them (`filter.NAME.clean`), which are looked up first and then emptied one by one. They are handed over in
 * variables, since a name may hold any character, `=` and a line feed among them. Source: git-config(1), gitattributes(5).
 */

/** Settings that are given to every reading of a repository. */
const always: readonly (readonly [key: string, value: string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.sshCommand', 'false'],
  ['core.askPass', ''],
  ['core.pager', 'cat'],
  ['core.editor', 'false'],
  ['core.gitProxy', ''],
  ['core.alternateRefsCommand', 'false'],
  ['commit.gpgSign', 'false'],
  ['tag.gpgSign', 'false'],
  ['log.showSignature', 'false'],
  ['diff.external', ''],
  ['diff.submodule', 'short'],
  ['status.submoduleSummary', 'false'],
  ['submodule.recurse', 'false'],
  ['credential.helper', ''],
  ['uploadpack.packObjectsHook', ''],
  ['safe.bareRepository', 'explicit'],
  ['protocol.allow', 'never'],
  ['maintenance.auto', 'false'],
  ['gc.auto', '0'],
]

/** Settings with a name in them whose value is a command, or leads to one. */
const named =
  /^(?:filter\..*\.(?:clean|smudge|process)|diff\..*\.(?:command|textconv)|merge\..*\.driver|(?:difftool|mergetool|browser|man|guitool)\..*\.(?:cmd|path)|credential\..*\.helper|gpg\..*program|gpg\.program|remote\..*\.(?:uploadpack|receivepack|vcs|proxy)|trailer\..*\.(?:command|cmd)|tar\..*\.command|submodule\..*\.update|pager\..*|alias\..*|sendemail\..*cmd|interactive\.difffilter|sequence\.editor|web\.browser)$/is

/** What must be there for a filter that is emptied to be passed over, and not to be an error. */
const requirement = /^(filter\..*)\.(?:clean|smudge|process)$/is

/** The settings that take the force out of a repository whose own settings have these keys. */
export const emptied = (keys: readonly string[]): readonly (readonly [key: string, value: string])[] => {
  const found = keys.filter(key => named.test(key))
  const filters = new Set(found.flatMap(key => requirement.exec(key)?.[1] ?? []))
  return [
    ...found.map(key => [key, ''] as const),
    ...[...filters].map(filter => [`${filter}.required`, 'false'] as const),
  ]
}

/** Variables that give git these settings, above everything that a repository says. */
export const settingsAsVariables = (
  more: readonly (readonly [key: string, value: string])[] = [],
): Readonly<Record<string, string>> => {
  const all = [...always, ...more]
  return {
    GIT_CONFIG_COUNT: String(all.length),
    ...Object.fromEntries(
      all.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    // What is not here is not fetched: a remote may be a command.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
  }
}
