import { createConnection } from 'mongoose';
import { mongooseBackend } from '../harness/chaos-backend-mongoose.ts';
import { testForgetting } from '../harness/forgetting.ts';

testForgetting('MongoDB', async () => {
  const { env, destroy } = await mongooseBackend();
  const connection = await createConnection(env.MONGODB_URL!).asPromise();
  return {
    env,
    async dump() {
      const collections = await connection.listCollections();
      const rows = collections.map(({ name }) => connection.collection(name).find().toArray());
      return JSON.stringify(await Promise.all(rows));
    },
    async destroy() {
      await connection.close();
      await destroy();
    },
  };
});
