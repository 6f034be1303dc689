import { mongooseBackend } from '../harness/chaos-backend-mongoose.ts';
import { testCrashes } from '../harness/chaos-crash.ts';

testCrashes('MongoDB', mongooseBackend);
