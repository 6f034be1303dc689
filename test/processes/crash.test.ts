import { sqliteBackend } from '../harness/chaos-backend.ts';
import { testCrashes } from '../harness/chaos-crash.ts';

testCrashes('SQLite', sqliteBackend);
