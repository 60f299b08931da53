package dev.sillage.access;

import dev.sillage.access.AccessRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of an issuer, fetched by a thread of their own so that no request waits for them: at the start, then at
 * an interval, and soon after a token names a key that is not known. While the issuer is away its last keys hold.
 */
final class IssuerKeys implements VerificationKeyResolver, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Between two fetches, whoever asks: tokens with invented keys must not make us a burden to the issuer. */
    private static final Duration AT_LEAST = Duration.ofSeconds(2);

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int OK = 200;

    private final String issuer;
    private final Duration interval;
    private final Consumer<String> warnings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Thread thread = new Thread(this::run, "issuer-keys");

    private volatile List<JsonWebKey> known = List.of();
    private volatile boolean asked;
    private volatile boolean closed;

    /**
     * @param warnings is told when the keys cannot be fetched
     */
    IssuerKeys(String issuer, Duration interval, Consumer<String> warnings) {
        this.issuer = issuer;
        this.interval = interval;
        this.warnings = warnings;
    }

    IssuerKeys start() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /**
     * @throws AccessRefusedException ISSUER_UNAVAILABLE while no key is known
     */
    void requireSome() {
        if (known.isEmpty()) {
            throw new AccessRefusedException(Reason.ISSUER_UNAVAILABLE, "The issuer has not told its keys yet.");
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            JsonWebKey key = new VerificationJwkSelector().select(signature, known);
            if (key != null) {
                return key.getKey();
            }
        } catch (JoseException e) {
            // As good as no key.
        }
        asked = true;
        LockSupport.unpark(thread);
        throw new UnresolvableKeyException("no key of the issuer");
    }

    private void run() {
        while (!closed) {
            asked = false;
            boolean fetched = fetch();
            pause(AT_LEAST);
            long rest = (fetched ? interval : AT_LEAST).minus(AT_LEAST).toNanos();
            long end = System.nanoTime() + rest;
            while (!closed && !asked && end - System.nanoTime() > 0) {
                LockSupport.parkNanos(this, end - System.nanoTime());
            }
        }
    }

    private void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (!closed && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, end - System.nanoTime());
        }
    }

    /** Whatever goes wrong, this thread must go on. */
    private boolean fetch() {
        try {
            Map<String, Object> discovered = JsonUtil.parseJson(
                    get(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")));
            if (!issuer.equals(discovered.get("issuer"))) {
                throw new IOException("the issuer calls itself otherwise");
            }
            URI set = URI.create(String.valueOf(discovered.get("jwks_uri")));
            if (!TrustedIssuer.isSafe(set)) {
                throw new IOException("its jwks_uri is no https address");
            }
            List<JsonWebKey> keys = new JsonWebKeySet(get(set)).getJsonWebKeys();
            if (keys.isEmpty()) {
                throw new IOException("the issuer has no key that can be used");
            }
            known = List.copyOf(keys);
            return true;
        } catch (IOException | JoseException | RuntimeException e) {
            warnings.accept("The keys of " + issuer + " cannot be fetched: " + e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
            return false;
        }
    }

    private String get(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MAX_BYTES);
            if (response.statusCode() != OK || bytes.length == MAX_BYTES) {
                throw new IOException(uri + " answers " + response.statusCode() + " or too much");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
