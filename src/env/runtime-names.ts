// Names of variables that nobody writes into an env file, because a shell, a platform or a build tool sets them, and names that a
// library reads without a word of it in the code. Pure.

const SHELL =
  /^(?:PATH|HOME|USER|USERNAME|LOGNAME|SHELL|PWD|OLDPWD|TERM|TERM_\w+|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TEMP|TMP|HOSTNAME|DISPLAY|EDITOR|VISUAL|PAGER|BROWSER|COLUMNS|LINES|COLORTERM|CLICOLOR\w*|NO_COLOR|FORCE_COLOR|XDG_\w+|SSH_\w+|SUDO_\w+|_|SHLVL|HTTPS?_PROXY|NO_PROXY|ALL_PROXY|SystemRoot|SYSTEMROOT|APPDATA|LOCALAPPDATA|PROGRAMFILES|ProgramFiles|windir|WINDIR|USERPROFILE|COMSPEC|ComSpec|PATHEXT|OS|OSTYPE|MSYSTEM|ANSICON|WSL_\w+|DBUS_\w+)$/;
const LANGUAGE =
  /^(?:NODE_ENV|NODE_OPTIONS|NODE_PATH|NODE_EXTRA_CA_CERTS|NODE_TLS_\w+|npm_\w+|NPM_CONFIG_\w+|INIT_CWD|NEXT_RUNTIME|NEXT_PHASE|NEXT_MANUAL_SIG_HANDLE|TURBOPACK|__NEXT\w*|VITEST\w*|JEST_\w+|ANALYZE|WEBPACK_\w+|STORYBOOK|PYTEST_\w+|PYTHON\w+|VIRTUAL_ENV|CONDA_\w+|DJANGO_SETTINGS_MODULE|GOPATH|GOROOT|GOOS|GOARCH|GOFLAGS|CARGO|CARGO_\w+|OUT_DIR|RUST_\w+|RUSTC\w*|RUSTFLAGS|PROFILE|TARGET|JAVA_HOME|JAVA_OPTS|GRADLE_\w+|MAVEN_\w+|RAILS_ENV|RACK_ENV|BUNDLE_\w+|GEM_\w+|RUBYOPT|MIX_ENV|MIX_\w+|RELEASE_\w+|ASPNETCORE_\w+|DOTNET_\w+|APP_RUNTIME_\w+|COMPOSER_\w+|DEBUG_COLORS|FLUTTER_\w+)$/;
const PLATFORM =
  /^(?:PORT|CI|CI_\w+|CONTINUOUS_INTEGRATION|BUILD_NUMBER|BUILD_ID|GITHUB_\w+|RUNNER_\w+|ACTIONS_\w+|GITLAB_\w+|CIRCLE\w*|TRAVIS\w*|BUILDKITE\w*|JENKINS_\w+|TEAMCITY_\w+|BITBUCKET_\w+|DRONE\w*|TF_BUILD|SYSTEM_\w+|VERCEL|VERCEL_(?:ENV|URL|REGION|GIT_\w+|BRANCH_URL|PROJECT_PRODUCTION_URL|DEPLOYMENT_ID|TARGET_ENV)|NETLIFY|DEPLOY_(?:PRIME_)?URL|CF_PAGES\w*|DYNO|HEROKU_\w+|RENDER|RENDER_\w+|RAILWAY_\w+|FLY_\w+|K_SERVICE|K_REVISION|K_CONFIGURATION|GAE_\w+|FUNCTION_TARGET|KUBERNETES_\w+|POD_\w+|ECS_\w+|AWS_(?:LAMBDA|EXECUTION|CONTAINER)_\w+|LAMBDA_\w+|WEBSITE_\w+|CODESPACES|CODESPACE_NAME|GITPOD_\w+|REPL_\w+|INVOCATION_ID|JOURNAL_STREAM|NOTIFY_SOCKET|LISTEN_FDS|COMPOSE_\w+|DOCKER_\w+|TARGET(?:PLATFORM|OS|ARCH|VARIANT)|BUILD(?:PLATFORM|OS|ARCH|VARIANT)|SOURCE_DATE_EPOCH)$/;
// What Vite itself puts into `import.meta.env`. Source: vite.dev/guide/env-and-mode
const VITE = new Set(['MODE', 'BASE_URL', 'PROD', 'DEV', 'SSR', 'LEGACY']);

/** Does the runtime, the shell or the platform provide the variable? Then no template has to. */
export function isProvided(name: string, form: string): boolean {
  if (form === 'import.meta.env' && VITE.has(name)) return true;
  return SHELL.test(name) || LANGUAGE.test(name) || PLATFORM.test(name);
}

const LIBRARIES =
  /^(?:AWS_\w+|AZURE_\w+|GOOGLE_\w+|GCLOUD_\w+|CLOUDSDK_\w+|PG\w+|POSTGRES_\w+|MYSQL_\w+|MARIADB_\w+|MONGO_INITDB_\w+|REDIS_\w+|RABBITMQ_\w+|MINIO_\w+|KEYCLOAK_\w+|(?:NEXT_PUBLIC_|VITE_|EXPO_PUBLIC_)?CLERK_\w+|NEXTAUTH_\w+|AUTH_\w+|SENTRY_\w+|DD_\w+|DATADOG_\w+|OTEL_\w+|NEW_RELIC_\w+|OPENAI_\w+|ANTHROPIC_\w+|LANGCHAIN_\w+|LANGSMITH_\w+|HF_\w+|TURBO_\w+|NX_\w+|NUXT_\w+|NITRO_\w+|PRISMA_\w+|SHADOW_DATABASE_URL|DIRECT_URL|STRAPI_\w+|DIRECTUS_\w+|SPRING_\w+|SERVER_\w+|LOGGING_\w+|QUARKUS_\w+|DJANGO_\w+|FLASK_\w+|CELERY_\w+|GUNICORN_\w+|UVICORN_\w+|WEB_CONCURRENCY|SECRET_KEY_BASE|RAILS_\w+|APP_(?:NAME|ENV|KEY|DEBUG|URL)|DEBUG|LOG_LEVEL|HOST|TZ|VAULT_\w+|CONSUL_\w+|TF_\w+|CLOUDFLARE_\w+|SUPABASE_ACCESS_TOKEN|VERCEL_\w+|NETLIFY_\w+|EXPO_TOKEN|GENERATE_SOURCEMAP|WDS_SOCKET_\w+|SKIP_PREFLIGHT_CHECK|BROWSER|HTTPS|UV_\w+|PIP_\w+)$/;

/** May a library, a container image or a tool read the variable though no code names it? Then nobody can say that it is unused. */
export function isReadByLibraries(name: string): boolean {
  return LIBRARIES.test(name) || isProvided(name, '');
}

const TEST_PATH =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|playwright|testing|testdata|fixtures|mocks|integration-tests?)\/|\.(?:test|tests|spec|specs|e2e|cy|stories)\.\w+$|_(?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|(?:Test|Tests|Spec|IT)\.(?:java|kt|kts|scala|cs|swift|php|groovy)$|(?:^|\/)(?:jest|vitest|playwright|cypress|karma|wdio)\.\w*\.?(?:config|setup)\b/;

/** Is the file a test, by its path? */
export function isTestPath(path: string): boolean {
  return TEST_PATH.test(path);
}
