import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { importsOf } from '../imports.ts'
import { projectNames } from './names.ts'

const grammar = await loadGrammar()

const names = (files: Readonly<Record<string, string>>) =>
  projectNames(
    Object.entries(files).map(([path, text]) => ({ path, imports: grammar.parsing(text, root => importsOf(root)) })),
  )

test('a name is followed through what packages import, also where the package does not lie at the top', () => {
  const project = names({
    'backend/app/__init__.py': '',
    'backend/app/models/__init__.py': 'from .user import User\nfrom app.models import base\n',
    'backend/app/models/user.py': 'from .base import Base\n',
    'backend/app/models/base.py': '',
    'backend/app/api.py': 'from app.models import User\nfrom . import models\n',
    'tool.py': '',
  })
  expect(project.moduleOf('backend/app/models/user.py')).toBe('app.models.user')
  expect(project.canonical('app.models.User')).toBe('app.models.user.User')
  expect(project.canonical('app.api.User')).toBe('app.models.user.User')
  expect(project.canonical('backend.app.models.user.User.name')).toBe('app.models.user.User.name')
  expect(project.canonical('app.api.models.User')).toBe('app.models.user.User')
  expect(project.canonical('pydantic.BaseModel')).toBe('pydantic.BaseModel')
  expect(project.pathOf('app.models.base')).toBe('backend/app/models/base.py')
  expect(project.pathOf('tool')).toBe('tool.py')
})

test('names that lead round end', () => {
  const project = names({
    'src/a/__init__.py': 'from a.b import x\n',
    'src/a/b.py': 'from a import x\n',
  })
  expect(project.canonical('a.x')).toMatch(/^a\.(?:b\.)?x$/)
})

test('what an import asks for is told, the module that a name is before the one that has it', () => {
  const project = names({
    'src/a/__init__.py': '',
    'src/a/b.py': 'from . import c\nfrom a.c import d\n',
    'src/a/c.py': '',
  })
  const [first, second] = grammar.parsing('from . import c\nfrom a.c import d\n', root => importsOf(root))
  expect(project.asked('src/a/b.py', first!)).toEqual(['a.c', 'a'])
  expect(project.asked('src/a/b.py', second!)).toEqual(['a.c'])
})
