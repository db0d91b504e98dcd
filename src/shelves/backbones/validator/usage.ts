/** A few lines that run as they are, and what they print. */
export const usage = (pascal: string, module: string) => ({
  title: 'Check data against a schema',
  code: `from ${module} import ${pascal}, integer, list_of, number, record, text

order = ${pascal}(
    record(
        {
            "id": integer(minimum=1),
            "items": list_of(record({"name": text(min_length=1), "price": number(minimum=0)})),
        },
        {"note": text(max_length=200)},
    )
)
report = order.validate({"id": 7, "items": [{"name": "", "price": 2}, {"price": "free"}]})
for problem in report:
    print(problem)
`,
  prints: `$.items[0].name: expected text of at least 1 character, found ''
$.items[1].name: expected a value, found nothing
$.items[1].price: expected a number, found 'free'
`,
})
