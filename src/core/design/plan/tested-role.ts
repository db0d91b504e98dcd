/** The role of the file that a test is of; undefined of tests of several modules together, which lie beside none of them. */
export const testedRole = (role: string): string | undefined => {
  if (role === 'init-test') return 'package-init'
  if (/\.(?:test|property)$/.test(role)) return role.replace(/\.\w+$/, '.source')
  return role.endsWith('-test') ? role.slice(0, -'-test'.length) : undefined
}
