import { argv, exit, stdout } from 'node:process'
import manifest from '../../../package.json' with { type: 'json' }

// The one question that scripts ask most is answered before anything else is loaded.
if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
  stdout.write(`${manifest.version}\n`)
  exit(0)
}

const { program } = await import('./program.ts')
await program(manifest.version).parseAsync(argv)
