/**
 * Who may do what: tenants, scopes and the keys that stand for them, in a file that holds no secret.
 * It must not know any service, HTTP, Kafka or a framework.
 */
@NullMarked
package dev.sillage.access;

import org.jspecify.annotations.NullMarked;
