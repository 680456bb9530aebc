package org.mingzhang.web.admin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a token: salted PBKDF2-HMAC-SHA256 (NIST SP 800-132), from which the token cannot
 * be told, and the six characters that it begins with. Printed as {@code
 * pbkdf2-sha256$ITERATIONS$SALT$HASH$BEGINNING}.
 */
public final class TokenHash {
  private static final String NAME = "pbkdf2-sha256";
  private static final int ITERATIONS = 600_000;
  private static final int BYTES = 32;

  /** Characters at the beginning of a token that are kept as they are: 36 of its 256 bits. */
  private static final int BEGINNING = 6;

  /** A damaged number must not have every guess take minutes. */
  private static final int MOST_ITERATIONS = 10_000_000;

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;
  private final String beginning;

  private TokenHash(int iterations, byte[] salt, byte[] hash, String beginning) {
    this.beginning = beginning;
    this.iterations = iterations;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  /** A fresh token of 256 random bits. */
  public static String freshToken() {
    byte[] token = new byte[BYTES];
    new SecureRandom().nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The hash of a token with a salt of its own. */
  public static TokenHash of(String token) {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    String beginning = token.length() < 4 * BEGINNING ? "" : token.substring(0, BEGINNING);
    return new TokenHash(ITERATIONS, salt, derived(token, salt, ITERATIONS), beginning);
  }

  /**
   * Reads what {@link #print} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static TokenHash parse(String printed) {
    String[] parts = printed.strip().split("\\$", -1);
    if (parts.length < 4 || parts.length > 5 || !parts[0].equals(NAME)) {
      throw new IllegalArgumentException("not a hash of a token");
    }
    Base64.Decoder decoder = Base64.getDecoder();
    int iterations = Integer.parseInt(parts[1]);
    byte[] hash = decoder.decode(parts[3]);
    if (iterations < 1 || iterations > MOST_ITERATIONS || hash.length != BYTES) {
      throw new IllegalArgumentException("not a hash of a token: " + iterations + " iterations");
    }
    return new TokenHash(
        iterations, decoder.decode(parts[2]), hash, parts.length == 5 ? parts[4] : "");
  }

  /** One line of ASCII. */
  public String print() {
    Base64.Encoder encoder = Base64.getEncoder();
    return String.join(
        "$",
        NAME,
        String.valueOf(iterations),
        encoder.encodeToString(salt),
        encoder.encodeToString(hash),
        beginning);
  }

  /**
   * Whether a token begins as the right one does, which says little of the rest; so does every one
   * where nothing is known of the beginning, as of those that an earlier version kept.
   */
  boolean begins(String token) {
    return token.startsWith(beginning);
  }

  /** Whether it is the hash of this token; takes the same time whatever the answer. */
  public boolean matches(String token) {
    return MessageDigest.isEqual(hash, derived(token, salt, iterations));
  }

  private static byte[] derived(String token, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(token.toCharArray(), salt, iterations, BYTES * 8))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2", e);
    }
  }
}
