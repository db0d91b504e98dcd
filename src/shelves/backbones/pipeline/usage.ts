import type { ChoiceId } from '../../../core/design/answers/choices.ts'

const read = `for row in run:
    print(row)`
const opened = `for result in run:
    print(result)`

/** A few lines that run as they are, and what they print. */
export const usage = (pascal: string, module: string, errors: ChoiceId<'architecture.errors'>) => {
  const row = "{'price': 2.5, 'count': 4, 'total': 10.0}"
  return {
    title: 'Send rows through steps',
    code: `from ${module} import ${pascal}, change, drop_if

sales = ${pascal}(
    drop_if("nothing sold", lambda row: row["count"] == 0),
    change("total", lambda row: {"total": row["price"] * row["count"]}),
)
run = sales.run([{"price": 2.5, "count": 4}, {"price": 3.0, "count": 0}])
${errors === 'exceptions' ? read : opened}
print(run.report)
`,
    prints: `${errors === 'exceptions' ? row : `Ok(value=${row})`}
step             kept  changed  dropped   failed
nothing sold        1        0        1        0
total               0        1        0        0
rows: 2 in, 1 out
`,
  }
}
