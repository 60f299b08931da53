package dev.sillage.ingestion.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of tokens on this machine, with keys that it can change. */
final class Issuer {
    static final String AUDIENCE = "sillage";
    private static final int RSA_BITS = 2048;
    private static final float MINUTES = 10;

    private final HttpServer server;
    private final List<PublicJsonWebKey> keys = new CopyOnWriteArrayList<>();

    Issuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.add(newKey("first"));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(exchange, "{\"issuer\":\"" + address() + "\",\"jwks_uri\":\"" + address() + "/keys\"}"));
        server.createContext(
                "/keys", exchange -> answer(exchange, new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY)));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on this is the only key. */
    void rotateTo(PublicJsonWebKey key) {
        keys.add(key);
        keys.removeIf(other -> other != key);
    }

    PublicJsonWebKey key() {
        return keys.get(0);
    }

    static PublicJsonWebKey newKey(String id) {
        try {
            PublicJsonWebKey key = RsaJwkGenerator.generateJwk(RSA_BITS);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** A valid token for the tenant acme, but for the claims that are given; null takes one away. */
    String token(PublicJsonWebKey key, String... claims) {
        JwtClaims all = new JwtClaims();
        all.setIssuer(address());
        all.setAudience(AUDIENCE);
        all.setSubject("gateway");
        all.setExpirationTimeMinutesInTheFuture(MINUTES);
        all.setClaim("tenant", "acme");
        all.setClaim("scope", "openid sillage:ingest");
        for (int i = 0; i < claims.length; i += 2) {
            if (claims[i + 1] == null) {
                all.unsetClaim(claims[i]);
            } else if (claims[i].equals("exp") || claims[i].equals("nbf")) {
                all.setClaim(claims[i], Long.parseLong(claims[i + 1]));
            } else {
                all.setClaim(claims[i], claims[i + 1]);
            }
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(all.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return compact(signature);
    }

    /** The claims of a valid token under another header. */
    String forged(Map<String, String> header, byte[] signature) {
        String payload = token(key()).split("\\.", -1)[1];
        StringBuilder json = new StringBuilder("{");
        header.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(json.append('}').toString().getBytes(StandardCharsets.UTF_8)) + "." + payload + "."
                + base64.encodeToString(signature);
    }

    private static String compact(JsonWebSignature signature) {
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
