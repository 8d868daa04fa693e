// Loaded before every test file; test/helpers/run.ts does the checking. Keeps the environment of the tests the same everywhere.

for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];
process.env.TZ = 'UTC';
delete process.env.FORCE_COLOR;
delete process.env.NO_COLOR;
