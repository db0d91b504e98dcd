import { many } from './many.ts'
import { inScratch } from './place.ts'

await inScratch(many)
