/** How much a text commits to: nothing, a bare word that needs a reason beside it, or something that can be judged. */
export type Weight = 'nothing' | 'word' | 'sentence'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

// Only whole texts made of these words are refused, so that a sentence may use any of them.
const denials = words('no none nope not nothing never nil null na n yes y ok needed required applicable any')
const delays = words(
  `tbd tba tbc todo fixme wip xxx later maybe perhaps probably possibly unknown unclear undecided unsure pending soon yet
  decide decided determine determined define defined discuss discussed know idea see sure`,
)
const joints = words(
  'to be is it this that we i you will well ill do dont have the a an of on in for and or as at still so',
)

// Scripts that are written without spaces: each of their characters counts as a word.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const mark = /[^\p{L}\p{N}]/gu

/** Weighs a text by whether it says anything at all, never by what it says. */
export const weigh = (text: string): Weight => {
  const said = text
    .toLowerCase()
    .split(/\s+/u)
    .map(each => each.replace(mark, ''))
    .filter(each => each !== '')
  const empty = said.every(each => denials.has(each) || delays.has(each) || joints.has(each))
  if (said.length === 0 || (empty && said.some(each => delays.has(each)))) return 'nothing'
  const count = said.reduce((sum, each) => sum + Math.max(1, each.match(unspaced)?.length ?? 0), 0)
  return empty || count < 2 ? 'word' : 'sentence'
}
