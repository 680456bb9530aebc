package org.mingzhang.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Detects the character set of text: by byte order mark, as valid UTF-8, as UTF-16 by the share of
 * common characters, otherwise GB18030, which includes GBK and GB 2312. Stateless.
 */
public final class TextEncodingDetector {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int SAMPLE_BYTES = 64 * 1024;
  private static final Pattern CHINESE_START =
      Pattern.compile("\\ufeff?\\s*[0-9]{0,4}[\\u4e00-\\u9fff《（【“]");

  /**
   * Minimum number of bytes per NUL byte in a text; programs leave some NULs at the end of fields.
   */
  private static final int MIN_BYTES_PER_NUL = 5;

  private TextEncodingDetector() {}

  /**
   * Whether a file is UTF-8 that begins with Chinese words, possibly after digits (2024年度), and has
   * in its first 64 KiB neither control characters nor {@code <} or the mark of PDF, so that it has
   * the signature of no other format. A file for which this is false may still be text, for example
   * in GB18030.
   */
  public static boolean isChineseUtf8Text(Path file) throws IOException {
    byte[] head = readHead(file);
    if (!isValid(head, StandardCharsets.UTF_8)) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8);
    int end = head.length == SAMPLE_BYTES ? text.length() - 1 : text.length();
    return CHINESE_START.matcher(text).lookingAt()
        && text.indexOf('<') < 0
        && !text.contains("%PDF-")
        && text.substring(0, end).chars().noneMatch(c -> c == 0x1a || isSuspicious(c));
  }

  private static byte[] readHead(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE_BYTES);
    }
  }

  /**
   * Whether the first 64 KiB of a file are text in one of the supported character sets: at most one
   * character in 200 is suspicious and at most one byte in five is NUL. False for an empty file.
   */
  public static boolean looksLikeText(Path file) throws IOException {
    byte[] head = readHead(file);
    String text = decode(head);
    long odd = text.chars().filter(TextEncodingDetector::isSuspicious).count();
    return !text.isEmpty()
        && odd * 200 <= text.length()
        && countUnexpectedNuls(head) * MIN_BYTES_PER_NUL <= head.length;
  }

  /**
   * Whether a character shows that bytes are not text or were decoded wrongly: a control character,
   * a replacement character or one for private use.
   */
  private static boolean isSuspicious(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1a;
    return c == 0xfffd || (c < ' ' && !space) || (c >= 0xe000 && c <= 0xf8ff);
  }

  /**
   * Decodes text in its {@link #detect detected} character set, without byte order mark and NULs;
   * invalid bytes become U+FFFD.
   */
  public static String decode(byte[] bytes) {
    Charset charset = detect(bytes);
    String text = new String(bytes, charset).replace("\0", "");
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * The character set of a text: UTF-8, UTF-16 of either byte order, or GB18030 if it is none of
   * them.
   */
  public static Charset detect(byte[] bytes) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    byte[] sample = bytes.length > SAMPLE_BYTES ? Arrays.copyOf(bytes, SAMPLE_BYTES) : bytes;
    boolean zeros = contains(sample, (byte) 0);
    if (!zeros && isValid(bytes, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    double bestShare = zeros ? 0 : shareOfCommonCharacters(sample, GB18030);
    Charset best = GB18030;
    for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      double share = shareOfCommonCharacters(sample, utf16);
      if (share > 0.8 && share > bestShare) {
        best = utf16;
        bestShare = share;
      }
    }
    return zeros && best.equals(GB18030) && isValid(bytes, StandardCharsets.UTF_8)
        ? StandardCharsets.UTF_8
        : best;
  }

  /** The number of NUL bytes; 0 for UTF-16, in which every other byte may be NUL. */
  private static long countUnexpectedNuls(byte[] bytes) {
    Charset charset = detect(bytes);
    return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)
        ? 0
        : new String(bytes, StandardCharsets.ISO_8859_1).chars().filter(c -> c == 0).count();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] bytes, byte value) {
    for (byte b : bytes) {
      if (b == value) {
        return true;
      }
    }
    return false;
  }

  /** Whether bytes are valid in a character set; a character cut off at the end is accepted. */
  private static boolean isValid(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(8 * 1024);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (true) {
      var result = decoder.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return in.remaining() < 4;
      }
      out.clear();
    }
  }

  /** Share of characters common in Chinese texts: ASCII, ideographs and punctuation. */
  private static double shareOfCommonCharacters(byte[] sample, Charset charset) {
    String text = new String(sample, charset);
    long common =
        text.chars()
            .filter(
                c ->
                    c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || (c >= ' ' && c < 0x7f)
                        || (c >= 0x4e00 && c < 0x9fa6)
                        || (c >= 0x3000 && c < 0x3020)
                        || (c >= 0xff00 && c < 0xff5f)
                        || (c >= 0x2010 && c < 0x2030))
            .count();
    return text.isEmpty() ? 0 : (double) common / text.length();
  }
}
