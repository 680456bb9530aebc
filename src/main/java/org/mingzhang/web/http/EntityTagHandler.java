package org.mingzhang.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Adds a weak entity tag (RFC 9110, section 8.8.3) to each response to GET that has none. The tag
 * is computed from the body without the duration of a search, which differs from request to
 * request. Responses that are streamed have no tag. Javalin sends 304 to a client that has the tag.
 */
public final class EntityTagHandler implements Handler {
  private static final String ENTITY_TAG = "ETag";
  private static final Pattern TIME_TAKEN = Pattern.compile("\"tookMs\":[-+.\\dE]+");

  @Override
  public void handle(Context ctx) {
    if (ctx.method().equals(HandlerType.GET)
        && ctx.status() == HttpStatus.OK
        && ctx.res().getHeader(ENTITY_TAG) == null
        && ctx.resultInputStream() instanceof ByteArrayInputStream body) {
      byte[] bytes = body.readAllBytes();
      body.reset();
      ctx.header(ENTITY_TAG, computeTag(bytes));
    }
  }

  private static String computeTag(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    CRC32C crc = new CRC32C();
    crc.update(TIME_TAKEN.matcher(text).replaceFirst("").getBytes(StandardCharsets.ISO_8859_1));
    return "W/\"" + Long.toHexString(crc.getValue()) + "-" + text.length() + "\"";
  }
}
