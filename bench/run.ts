// Measures, prints and records: `npm run bench` does all parts and writes bench/RESULTS.md, `npm run bench -- start` one of
// them, printed only. Seconds depend on the machine and on what else it does; the ratios are what is compared.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { copier } from './copier.ts'
import { embedded } from './embedded.ts'
import { many } from './many.ts'
import { withTools } from './new-project.ts'
import { inScratch } from './place.ts'
import { markdown } from './section.ts'
import { start } from './start.ts'

const parts = { start, embedded, tools: withTools, many, copier }

const wanted = process.argv.slice(2)
const unknown = wanted.filter(each => !(each in parts))
if (unknown.length > 0) {
  console.error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  process.exit(2)
}
const busy = loadavg()[0] ?? 0
const sections: string[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const section = markdown(await inScratch(measure))
  sections.push(section)
  console.log(`${section}\n`)
}
if (wanted.length === 0)
  writeFileSync(
    join(import.meta.dirname, 'RESULTS.md'),
    [
      '# Measured',
      '',
      `\`npm run bench\`, on ${process.platform} ${process.arch}, Node ${process.version}, ${cpus().length} cores; when it began, ${busy.toFixed(1)} other processes were at work on them. Every ratio is against a baseline of the same run.`,
      '',
      sections.join('\n\n'),
      '',
    ].join('\n'),
  )
