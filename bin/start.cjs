// What `bin/trysquare` runs. Plain CommonJS, since Node starts it without stripping types or setting up its module
// loader: the one question that scripts ask most is answered before anything else is loaded.
'use strict'

const asked = process.argv.length === 3 ? process.argv[2] : undefined
if (asked === '--version' || asked === '-V') {
  process.stdout.write(`${require('../package.json').version}\n`)
} else {
  // Node keeps what it made of our source beside the dependencies, checked against the source at each start; where it
  // may not write, it goes without.
  require('node:module').enableCompileCache(require('node:path').join(__dirname, '..', 'node_modules', '.cache', 'node'))
  void import('../src/doors/cli/main.ts')
}
