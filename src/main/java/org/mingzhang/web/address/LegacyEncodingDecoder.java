package org.mingzhang.web.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes text that readers send without its encoding, as older Chinese programs do. Text that is
 * not valid UTF-8 is decoded as GB 18030, of which GBK is a part.
 */
public final class LegacyEncodingDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private LegacyEncodingDecoder() {}

  /**
   * The text; without its byte order mark if it is UTF-8. Bytes that are not valid GB 18030 either
   * become U+FFFD.
   */
  public static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, GB18030);
    }
  }
}
