import { policy } from "../../middleware/headers";

/** The roll page goes on without network: it alone may have a worker of ours that keeps it. */
export const policyOfRoll = policy.replace("worker-src blob:", "worker-src 'self' blob:");
