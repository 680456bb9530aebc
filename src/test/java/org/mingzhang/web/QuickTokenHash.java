package org.mingzhang.web;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mingzhang.web.admin.TokenHash;

/**
 * Hashes of tokens with one iteration, for tests that serve a portal. The 600,000 iterations of
 * {@link TokenHash#hash} would take most of their time.
 */
final class QuickTokenHash {
  private static final byte[] SALT = new byte[16];

  private QuickTokenHash() {}

  static TokenHash of(String token) {
    Base64.Encoder encoder = Base64.getEncoder();
    String hash = encoder.encodeToString(derive(token));
    return TokenHash.parse(
        "pbkdf2-sha256$1$%s$%s$%s"
            .formatted(encoder.encodeToString(SALT), hash, token.substring(0, 6)));
  }

  private static byte[] derive(String token) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(token.toCharArray(), SALT, 1, 256))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
