// `leakgate config schema`.

import { configJsonSchema } from '../config/schema.js';
import { EXIT } from './exit-code.js';
import { type World, write } from './world.js';

/** Prints the JSON schema of the config file. */
export async function printSchema(world: World): Promise<number> {
  await write(world.stdout, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  return EXIT.clean;
}
