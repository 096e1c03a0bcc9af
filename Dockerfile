# The cockpit for a server; the graph is a Neo4j beside it, see docker-compose.yml.
FROM python:3.11-slim AS build
WORKDIR /src
# Dependencies first, by hash: they change less often than the code.
COPY constraints.txt ./
RUN python -m venv /opt/ea-cockpit && /opt/ea-cockpit/bin/pip install --no-cache-dir --require-hashes -r constraints.txt
COPY . .
RUN /opt/ea-cockpit/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 cockpit
COPY --from=build /opt/ea-cockpit /opt/ea-cockpit
ENV PATH=/opt/ea-cockpit/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER cockpit
WORKDIR /home/cockpit
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=10s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=5)"]
CMD ["ea-cockpit", "ui", "--host", "0.0.0.0", "--port", "8501", "--no-browser"]
