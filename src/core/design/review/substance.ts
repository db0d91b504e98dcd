/** How much a text commits to: nothing, a bare word that needs a reason beside it, or something that can be judged. */
export type Weight = 'nothing' | 'word' | 'sentence'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u))

// Only whole texts made of these words are refused, so that a sentence may use any of them.
const denials = words(
  'no none nope not nothing never nil null na n yes y ok needed required applicable relevant any anything',
)
const delays = words(
  `tbd tba tbc todo fixme wip xxx later maybe perhaps probably possibly unknown unclear undecided unsure pending soon yet
  decide decided decision determine determined define defined discuss discussed discussion know idea see sure confirm
  confirmed agreed progress work open question coming added follow follows time think ticket above below now left need`,
)
const praise = words(
  `best better good great nice modern robust popular common usual recommended quality practice practices industry standard
  like want prefer preferred`,
)
const joints = words(
  `to be is it its this that we i you will well ill do dont have has the a an of on in for and or as at still so because
  since just simply under about with`,
)
const empty = [denials, delays, praise, joints]

// Scripts that are written without spaces: each of their characters counts as a word.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const unspacedDelays = words('待定 未定 待确认 待讨论 暂无 以后再说 検討中')
const mark = /[^\p{L}\p{N}]/gu

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .map(each => each.replace(mark, ''))
    .filter(each => each !== '')

const isDelay = (word: string): boolean => delays.has(word) || unspacedDelays.has(word)

/** The different words of a text that can carry a meaning. */
const carrying = (said: readonly string[]): ReadonlySet<string> =>
  new Set(
    said
      .filter(each => !isDelay(each) && !empty.some(among => among.has(each)))
      // A single letter or digit is a placeholder, unless its script writes a word with it.
      .filter(each => each.length > 1 || each.search(unspaced) >= 0),
  )

/** Whether a text carries no meaning at all: it is missing, puts off, denies, praises, or fills a gap. */
export const isBlank = (text: string): boolean => ![...carrying(wordsOf(text))].some(each => /\p{L}/u.test(each))

/** Weighs a text by whether it says anything at all, never by what it says. */
export const weigh = (text: string): Weight => {
  const said = wordsOf(text)
  const blank = isBlank(text)
  if (said.length === 0 || (blank && said.some(isDelay))) return 'nothing'
  const count = [...carrying(said)].reduce((sum, each) => sum + Math.max(1, each.match(unspaced)?.length ?? 0), 0)
  return blank || count < 2 ? 'word' : 'sentence'
}

/** A text's words, whatever their case, marks and spaces: equal for texts that say the same. */
export const wording = (text: string): string => wordsOf(text).join(' ')

/** The same words, whatever their case, marks and spaces. */
export const sameWords = (a: string, b: string): boolean => wording(a) === wording(b)
