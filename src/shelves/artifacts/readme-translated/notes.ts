import { type Escaped, md } from '../../../core/render/escaped.ts'

/** What each language that is written here calls itself: the README links to its page by it. */
export const endonyms: Readonly<Record<string, string>> = { de: 'Deutsch' }

/** What stands below the title: which page is the first, how to keep this one in step, and whose words were left as they are. */
export const notes: Readonly<Record<string, (readme: string) => Escaped>> = {
  de: readme =>
    md`> Dies ist eine Übersetzung; maßgeblich ist die englische Fassung, [${md.text(readme)}](${md.path(readme)}). Wer dort etwas ändert, ändert hier denselben Abschnitt: Überschriften, Verweise und Code stehen in beiden an derselben Stelle. Kursive Sätze sind Worte des Projekts selbst und stehen in der Sprache, in der sie geschrieben wurden.`,
}
