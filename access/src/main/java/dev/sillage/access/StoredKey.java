package dev.sillage.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key.
 *
 * @param prefix of the key
 * @param hash SHA-256 of its text
 * @param created when it was made
 * @param expires from when it is worth nothing; null for never
 * @param revoked from when its owner gave it up; null for not
 */
@SuppressWarnings("ArrayRecordComponent") // compared by matches() only, in constant time
record StoredKey(
        String prefix,
        byte[] hash,
        Tenant tenant,
        Set<Scope> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        String name) {

    /** Whether the hash is this one; takes as long whatever it is. */
    boolean matches(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    boolean isValidAt(Instant now) {
        return (expires == null || now.isBefore(expires)) && (revoked == null || now.isBefore(revoked));
    }

    Caller caller() {
        return new Caller(tenant, scopes, name);
    }

    StoredKey revoke(Instant now) {
        return new StoredKey(prefix, hash, tenant, scopes, created, expires, now, name);
    }
}
