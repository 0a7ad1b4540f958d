import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables';

export type DatabaseKind = 'sqlite' | 'postgres';
type Step = (db: Kysely<Tables>, text: 'text' | RawBuilder<unknown>) => Promise<void>;

/** Each step leads from the version before it to the next. Steps are never changed once released; new ones are added. */
const STEPS: readonly Step[] = [
  async (db, text) => {
    const { schema } = db;
    await schema
      .createTable('streams')
      .addColumn('stream', text, (c) => c.primaryKey())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('deadline', 'bigint')
      .execute();
    await schema
      .createTable('events')
      .addColumn('stream', text, (c) => c.notNull())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('actor', text, (c) => c.notNull())
      .addColumn('command_id', text, (c) => c.notNull())
      .addColumn('type', text, (c) => c.notNull())
      .addColumn('payload', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('events_key', ['stream', 'version'])
      .execute();
    await schema
      .createTable('commands')
      .addColumn('stream', text, (c) => c.notNull())
      .addColumn('actor', text, (c) => c.notNull())
      .addColumn('command_id', text, (c) => c.notNull())
      .addColumn('first', 'bigint', (c) => c.notNull())
      .addColumn('last', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('commands_key', ['stream', 'actor', 'command_id'])
      .execute();
    await schema
      .createTable('words')
      .addColumn('id', text, (c) => c.primaryKey())
      .addColumn('stream', text, (c) => c.notNull())
      .addColumn('body', text, (c) => c.notNull())
      .execute();
    await schema
      .createTable('documents')
      .addColumn('hash', text, (c) => c.primaryKey())
      .addColumn('body', text, (c) => c.notNull())
      .execute();
    await schema
      .createTable('keys')
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addPrimaryKeyConstraint('keys_key', ['kind', 'key'])
      .execute();
    await schema.createIndex('streams_deadline').on('streams').column('deadline').execute();
    await schema.createIndex('words_stream').on('words').column('stream').execute();
  },
];

/** Any number, as long as nobody else uses it for a lock in the same database. */
const MIGRATION_LOCK = 3_706_513;

/** Brings the tables to the newest version, all steps in one transaction. Servers that start together wait for one another. */
export async function migrate(db: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  // Names and keys are compared by their characters in both databases, whatever the server's language is.
  const text = kind === 'postgres' ? sql`text collate "C"` : 'text';
  await db.transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await transaction.schema
      .createTable('meta')
      .ifNotExists()
      .addColumn('name', text, (c) => c.primaryKey())
      .addColumn('value', text, (c) => c.notNull())
      .execute();
    const row = await transaction
      .selectFrom('meta')
      .select('value')
      .where('name', '=', 'schema')
      .executeTakeFirst();
    const from = Number(row?.value ?? 0);
    if (from > STEPS.length)
      throw new Error(
        `The database was written by a newer version (schema ${from}, this one knows ${STEPS.length}).`,
      );
    for (const step of STEPS.slice(from)) await step(transaction, text);
    await transaction
      .insertInto('meta')
      .values({ name: 'schema', value: String(STEPS.length) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(STEPS.length) }))
      .execute();
  });
}
