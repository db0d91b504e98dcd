# syntax=docker/dockerfile:1
# tsq: slot base
ARG PYTHON=3.13
# tsq: end

FROM ghcr.io/astral-sh/uv:0.13 AS uv

FROM python:${PYTHON}-slim AS build
COPY --from=uv /uv /bin/uv
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_DEV=1 UV_PYTHON_DOWNLOADS=never
WORKDIR /app
# What the project depends on changes more rarely than its code: a layer of its own.
# tsq: each locked
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-install-project
COPY . .
RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-editable
# tsq: end
# tsq: each unlocked
COPY pyproject.toml ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --no-install-project
COPY . .
RUN --mount=type=cache,target=/root/.cache/uv uv sync --no-editable
# tsq: end

FROM python:${PYTHON}-slim
RUN useradd --system --uid 10001 --no-create-home app \
    && install --directory --owner app /data
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1
# tsq: each paths
ENV MY_PACKAGE_MY_SETTING=/data/my_file
# tsq: end
WORKDIR /data
VOLUME /data
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/ready', timeout=2)"]
CMD ["python", "-m", "my_package", "--host", "0.0.0.0", "--port", "8000"]
