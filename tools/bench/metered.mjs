// The product with a meter on its database: each answer says in a header what it cost there.
import { costed } from "./costed.mjs";

export default { fetch: (request, env, context) => costed(request, env, context) };
