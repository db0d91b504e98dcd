import { isInEarnest } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'dependency-without-annotated',
  pack: 'fastapi',
  allows: 'allow dependencies as default values',
  what: 'A parameter of a route has `Depends(…)`, `Query(…)` or the like as its default value.',
  why: 'The function cannot be called without FastAPI: a test or another function gets the marker itself as the value. The type checker sees a default of the wrong type.',
  fix: 'Write `Annotated[Type, Depends(…)]`; an alias of it can be used by every route.',
  bad: 'from fastapi import Depends, FastAPI\n\napp = FastAPI()\n\n\n@app.get("/me")\ndef me(user: str = Depends(current_user)) -> str:\n    return user\n',
  good: 'from typing import Annotated\n\nfrom fastapi import Depends, FastAPI\n\napp = FastAPI()\n\n\n@app.get("/me")\ndef me(user: Annotated[str, Depends(current_user)]) -> str:\n    return user\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: { by: 'ruff', code: 'FAST002' },
})
