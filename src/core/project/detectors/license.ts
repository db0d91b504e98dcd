import { below, textOf } from '../../python/packaging/located.ts'
import { type Claim, type Contradiction, claim, type Found } from '../claim.ts'
import { fileOf, type Member, type Project } from '../project.ts'

const licenseFiles = /^(?:LICEN[CS]E|COPYING)[\w.-]*$/i

/** Phrases that only one licence has, in lower case and with single spaces; the first that fits in whole names it. */
const phrases: readonly (readonly [string, readonly string[]])[] = [
  ['AGPL-3.0', ['gnu affero general public license version 3']],
  ['LGPL-3.0', ['gnu lesser general public license version 3']],
  ['LGPL-2.1', ['gnu lesser general public license version 2.1']],
  ['GPL-3.0', ['gnu general public license version 3']],
  ['GPL-2.0', ['gnu general public license version 2']],
  ['Apache-2.0', ['apache license version 2.0']],
  ['MPL-2.0', ['mozilla public license version 2.0']],
  ['MIT', ['permission is hereby granted, free of charge']],
  ['ISC', ['permission to use, copy, modify, and/or distribute this software for any']],
  ['BSD-3-Clause', ['redistribution and use in source and binary forms', 'endorse or promote products']],
  ['BSD-2-Clause', ['redistribution and use in source and binary forms']],
  ['Unlicense', ['this is free and unencumbered software']],
]

const recognised = (text: string): string | undefined => {
  const flat = text
    .slice(0, 8000)
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
  return phrases.find(([, all]) => all.every(each => flat.includes(each.replaceAll(',', ''))))?.[0]
}

const families = ['agpl', 'lgpl', 'gpl', 'apache', 'mpl', 'mozilla', 'bsd', 'mit', 'isc', 'unlicense']

const familyOf = (text: string): string | undefined => {
  const lower = text.toLowerCase()
  if (lower.includes('gnu') || lower.includes('gpl')) return 'gpl'
  return families.find(each => lower.includes(each))?.replace('mozilla', 'mpl')
}

const stated = (member: Member): Claim | undefined => {
  const { pyproject, setupCfg, setupPy } = member
  const places = [
    [
      below(pyproject, 'project', 'license', 'text') ?? below(pyproject, 'project', 'license'),
      '[project] license',
      'pyproject.toml',
    ],
    [below(pyproject, 'tool', 'poetry', 'license'), '[tool.poetry] license', 'pyproject.toml'],
    [below(setupCfg, 'metadata', 'license'), '[metadata] license', 'setup.cfg'],
    [below(setupPy, 'license'), 'setup(license=…)', 'setup.py'],
  ] as const
  return places.flatMap(([node, from, file]) => {
    const [value = ''] = textOf(node)?.split('\n') ?? []
    return node === undefined || value === ''
      ? []
      : [claim('license', value.slice(0, 60), from, fileOf(member, file), node.line)]
  })[0]
}

/** Other words than the packaging’s; two names of one family are one licence said twice. */
const disagrees = (said: Claim, named: string | undefined, path: string): readonly Contradiction[] => {
  const [a, b] = [familyOf(said.value), named === undefined ? undefined : familyOf(named)]
  return a === undefined || b === undefined || a === b || / or | and /i.test(said.value)
    ? []
    : [
        {
          topic: 'license',
          said: `${said.from} says ${said.value}, and ${path} reads like ${named}`,
          places: [said.place, { path, line: 1 }],
        },
      ]
}

/** The licence: what the packaging says, else what the words of the licence file are. */
export const detectLicense = ({ view, main }: Project): Found => {
  const path = view.paths.find(each => licenseFiles.test(each))
  const text = path === undefined ? undefined : view.texts.get(path)
  const named = text === undefined ? undefined : recognised(text)
  const said = stated(main)
  if (said !== undefined)
    return { claims: [said], contradictions: path === undefined ? [] : disagrees(said, named, path) }
  if (path !== undefined && named !== undefined)
    return { claims: [claim('license', named, 'the words of the licence', path)] }
  const why =
    path === undefined
      ? 'there is no licence file, and the packaging names none'
      : `${path} is of a licence that was not recognised`
  return { claims: [], unknown: [{ topic: 'license', why }] }
}
