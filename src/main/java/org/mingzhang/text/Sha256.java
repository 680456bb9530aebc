package org.mingzhang.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of files, streams and texts, in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** The SHA-256 of a file's bytes. */
  public static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return hash(in);
    }
  }

  /** The SHA-256 of a stream, read to its end and not closed. */
  public static String hash(InputStream content) throws IOException {
    MessageDigest digest = newDigest();
    new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
    return hex(digest);
  }

  /** The SHA-256 of a text in UTF-8. */
  public static String hash(String text) {
    return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The value of a digest in lower-case hexadecimal; resets the digest. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A new SHA-256 digest for content that the caller reads or writes itself. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
