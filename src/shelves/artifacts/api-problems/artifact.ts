import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiFolder, apiModules, apiStems, asked, isApiModule } from '../shared/api.ts'
import { de } from './de.ts'

export default artifact({
  id: 'api-problems',
  reads: ['architecture.errors', 'features.api', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isServed,
  path: from => `${apiFolder(from)}/problems.py`,
  accepts: isApiModule(apiStems.problems),
  standing: asked,
  purpose: 'Answers what goes wrong as problem details.',
  effort: 'moderate',
  needs: ['package-init', 'errors'],
  interface: ({ architecture }) => `class ProblemError(BaseModel):
    pointer: str
    detail: str

class Problem(BaseModel):
    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[ProblemError] = []

def problem(status: int, detail: str, *, errors: list[ProblemError] | None = None, headers: dict[str, str] | None = None) -> JSONResponse: ...
${
  architecture.errors === 'exceptions'
    ? 'def answering(status: int) -> Handler: ...'
    : 'def opened(result: Result[Value, Failure], status_of: Callable[[Failure], int]) -> Value: ...'
}
def responses(*statuses: int) -> dict[int | str, dict[str, Any]]: ...
def add_problems(app: FastAPI) -> None: ...
`,
  contributes: ({ architecture }) => ({
    translations: { de },
    requirements: ['fastapi', 'pydantic'],
    features: [
      'Whatever goes wrong is answered as problem details (RFC 9457), and described so in the OpenAPI document.',
      ...(architecture.errors === 'exceptions'
        ? []
        : ['One function, `opened`, makes an HTTP answer of a failure; the service below it knows no status.']),
    ],
  }),
  names: apiModules,
  template: 'problems.py',
})
