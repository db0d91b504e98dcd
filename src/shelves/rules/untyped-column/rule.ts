import { isOfProgram } from '../../../core/python/file-role.ts'
import { filesOfVersion2 } from '../../../core/python/frameworks/sqlalchemy.ts'
import { field } from '../../../core/python/nodes.ts'
import { assignmentIn, bodyOf } from '../../../core/python/source/classes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const columns: ReadonlySet<string> = new Set([
  'sqlalchemy.Column',
  'sqlalchemy.schema.Column',
  'sqlalchemy.sql.schema.Column',
])

const collect = (source: Source): readonly RuleHit[] | undefined => {
  if (!source.text.includes('Column(') || !source.text.includes('sqlalchemy')) return undefined
  const hits = source.root.descendantsOfType('class_definition').flatMap((each): readonly RuleHit[] => {
    const name = each === null ? undefined : field(each, 'name')
    if (each === null || name === undefined || field(each, 'superclasses') === undefined) return []
    const untyped = bodyOf(each).flatMap(statement => {
      const assignment = assignmentIn(statement)
      const value = assignment && field(assignment, 'right')
      const isColumn = value?.type === 'call' && columns.has(source.nameOf(field(value, 'function')) ?? '')
      return isColumn ? [field(assignment as NonNullable<typeof assignment>, 'left')?.text ?? ''] : []
    })
    if (untyped.length === 0) return []
    const which =
      untyped.length === 1 ? `the column \`${untyped[0]}\`` : `${untyped.length} columns (\`${untyped[0]}\` …)`
    return [
      at(
        name,
        `\`${name.text}\` has ${which} without a type; the project has \`Mapped\` and \`mapped_column\` elsewhere.`,
        { symbol: name.text },
      ),
    ]
  })
  return hits.length === 0 ? undefined : hits
}

export default rule({
  id: 'untyped-column',
  pack: 'sqlalchemy',
  allows: 'allow columns of models without a type',
  what: 'A model has columns as `Column(…)`, in a project that writes most of them as `Mapped[…] = mapped_column(…)`.',
  why: 'To the type checker such an attribute is a `Column`, not the text or number that it holds: nothing is checked where it is used.',
  fix: 'Write `name: Mapped[str] = mapped_column(…)`; what may be NULL is `Mapped[str | None]`.',
  bad: 'from sqlalchemy import Column, String\nfrom sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass User(Base):\n    __tablename__ = "users"\n    name = Column(String, primary_key=True)\n',
  good: 'from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\nclass User(Base):\n    __tablename__ = "users"\n    name: Mapped[str] = mapped_column(primary_key=True)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    collect,
    // Where most files still have the old form, the new one is what is being tried.
    judge: files => {
      const old = files.filter(({ collected }) => collected !== undefined)
      return filesOfVersion2(files) < old.length
        ? []
        : old.flatMap(({ path, collected }) => (collected as readonly RuleHit[]).map(hit => ({ ...hit, path })))
    },
  },
})
