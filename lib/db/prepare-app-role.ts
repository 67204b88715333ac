import { Client } from 'pg'

/** The role that the app works as: it reads and writes rows, owns nothing, and only adds to the record. */
export const APP_ROLE = 'yueding_app'

// Any number of our own.
const roleLock = 7_270_740

// Not allowed, no such role, or a role that this user may not become.
const refusals = ['42501', '42704', '22023', '0LP01', '28000']

/**
 * Makes the role of the app where it is missing, grants it what the app needs and nothing else, and returns its name.
 * Undefined where the user of the database may not do that: then the app works as that user, and only the triggers
 * keep the record.
 */
export async function prepareAppRole(databaseUrl: string): Promise<string | undefined> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [roleLock])
    await makeRole(client)
    await client.query(GRANTS)
  } catch (error) {
    if (!isRefusal(error)) throw error
  } finally {
    await client.end()
  }
  return (await mayBecome(databaseUrl)) ? APP_ROLE : undefined
}

async function makeRole(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE])
  // Roles are of the whole cluster: another database's start may be first.
  if (!rowCount) await client.query(MAKE_ROLE)
  const { rows } = await client.query<{ member: boolean }>(
    `SELECT pg_has_role(current_user, $1, 'MEMBER') AS member`,
    [APP_ROLE],
  )
  if (!rowCount || !rows[0]?.member) await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`)
}

const MAKE_ROLE = `DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`

// One transaction: nobody sees the moment in which the record could be changed.
const GRANTS = `
GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_link, audit_head, audit_check FROM ${APP_ROLE};
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${APP_ROLE};
-- The demo world is planted at once and counted at once; before 17 only an owner may ANALYZE, and autovacuum does it.
DO $$ BEGIN IF current_setting('server_version_num')::int >= 170000 THEN
  EXECUTE 'GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${APP_ROLE}';
END IF; END $$;`

/** Whether a connection really works as the role, and the role has been granted our tables. */
async function mayBecome(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, options: `-c role=${APP_ROLE}` })
  try {
    await client.connect()
    const { rows } = await client.query<{ ready: boolean }>(
      `SELECT current_user = $1 AND has_table_privilege('audit_entry', 'INSERT')
         AND has_table_privilege('appointment', 'UPDATE') AND NOT has_table_privilege('audit_entry', 'UPDATE') AS ready`,
      [APP_ROLE],
    )
    return rows[0]?.ready === true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusals.includes(String(error.code))
}
