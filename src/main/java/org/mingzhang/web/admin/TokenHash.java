package org.mingzhang.web.admin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mingzhang.text.Sha256;

/**
 * The stored form of a token: its salted PBKDF2-HMAC-SHA256 hash (NIST SP 800-132) and its first
 * six characters, which are left out for tokens of fewer than 24 characters. Printed as {@code
 * pbkdf2-sha256$ITERATIONS$SALT$HASH$BEGINNING}.
 */
public final class TokenHash {
  private static final String ALGORITHM = "pbkdf2-sha256";
  private static final int ITERATIONS = 600_000;
  private static final int HASH_BYTES = 32;

  /** Length of the stored prefix, in characters. It reveals 36 of the token's 256 bits. */
  private static final int PREFIX_LENGTH = 6;

  /**
   * Maximum number of iterations; a greater number in a damaged file would make every check take
   * minutes.
   */
  private static final int MAX_ITERATIONS = 10_000_000;

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;
  private final String prefix;

  private TokenHash(int iterations, byte[] salt, byte[] hash, String prefix) {
    this.prefix = prefix;
    this.iterations = iterations;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /** Generates a token of 256 random bits in Base64url, without padding. */
  public static String generateToken() {
    byte[] token = new byte[HASH_BYTES];
    new SecureRandom().nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Hashes a token with a random salt. */
  public static TokenHash hash(String token) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    String prefix = token.length() < 4 * PREFIX_LENGTH ? "" : token.substring(0, PREFIX_LENGTH);
    return new TokenHash(ITERATIONS, salt, deriveHash(token, salt, ITERATIONS), prefix);
  }

  /**
   * Parses the printed form.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static TokenHash parse(String printedHash) {
    String[] parts = printedHash.strip().split("\\$", -1);
    if (parts.length < 4 || parts.length > 5 || !parts[0].equals(ALGORITHM)) {
      throw new IllegalArgumentException("not a hash of a token");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    int iterations = Integer.parseInt(parts[1]);
    byte[] hash = decoder.decode(parts[3]);
    if (iterations < 1 || iterations > MAX_ITERATIONS || hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("not a hash of a token: " + iterations + " iterations");
    }
    return new TokenHash(
        iterations, decoder.decode(parts[2]), hash, parts.length == 5 ? parts[4] : "");
  }

  /** The printed form, one line of ASCII. */
  public String encode() {
    Base64.Encoder encoder = Base64.getEncoder();
    return String.join(
        "$",
        ALGORITHM,
        String.valueOf(iterations),
        encoder.encodeToString(salt),
        encoder.encodeToString(hash),
        prefix);
  }

  /**
   * Whether the first characters of the token are stored; not for a short token or a printed form
   * without its last part.
   */
  boolean storesPrefix() {
    return !prefix.isEmpty();
  }

  /** Whether a token begins with the stored prefix. Always true if none is stored. */
  boolean hasPrefix(String token) {
    return token.startsWith(prefix);
  }

  /** Whether this is the hash of a token. Slow by design; the comparison takes constant time. */
  public boolean matches(String token) {
    return MessageDigest.isEqual(hash, deriveHash(token, salt, iterations));
  }

  private static byte[] deriveHash(String token, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(token.toCharArray(), salt, iterations, HASH_BYTES * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    }
  }

  /** SHA-256 of a random secret, which needs no salt. */
  static byte[] sha256(String secret) {
    return Sha256.newDigest().digest(secret.getBytes(StandardCharsets.UTF_8));
  }
}
