import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'unused-path-parameter',
  pack: 'fastapi',
  allows: 'allow a path parameter that the route does not take',
  what: 'A name in the path of a route is no parameter of its function.',
  why: 'Clients must send something that nobody reads. Often the two are spelt differently, and the function then asks for the other one in the query.',
  fix: 'Take the parameter by its name in the path, or take it out of the path.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(id: int) -> str:\n    return load(id)\n',
  good: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: int) -> str:\n    return load(user_id)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'FAST003' },
})
