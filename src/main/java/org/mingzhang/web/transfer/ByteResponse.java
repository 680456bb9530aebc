package org.mingzhang.web.transfer;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response with bytes of known length: the whole representation (200), one range or up to eight
 * as {@code multipart/byteranges} (206), not modified (304), a failed precondition (412) or
 * unsatisfiable ranges (416). Sending either writes exactly as many bytes as announced or fails.
 * Handlers set their own headers before {@link #send}.
 *
 * <p>{@code Range} applies to GET only (RFC 9110); requests for more than eight parts or 32 ranges
 * are answered with the whole representation. The response is not compressed, since ranges refer to
 * the bytes sent.
 *
 * @param bytes the representation
 * @param mediaType media type
 * @param tag strong entity tag without quotes
 * @param changedAt when it was last changed, or null
 */
public record ByteResponse(
    ByteSource bytes, String mediaType, String tag, @Nullable Instant changedAt) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BUFFER_SIZE = 1 << 16;

  /**
   * Sends the response. Headers are set once the bytes are open, so that a failure to open them can
   * be answered in another way.
   */
  public void send(Context ctx) throws IOException {
    String quoted = "\"" + tag + "\"";
    PreconditionEvaluator conditions = new PreconditionEvaluator(quoted, changedAt);
    int status = conditions.evaluate(ctx);
    if (status != 0) {
      setValidators(ctx);
      ctx.status(status);
      if (status == 412) {
        ctx.res().setHeader("Content-Encoding", null);
        ctx.result("the precondition failed\n");
      }
      return;
    }
    boolean ranged = ctx.method().equals(HandlerType.GET) && conditions.allowsRange(ctx);
    long length = bytes.length();
    Optional<ByteRanges> ranges =
        ranged ? ByteRanges.parse(ctx.header("Range"), length) : Optional.empty();
    if (ranges.isEmpty()) {
      sendWhole(ctx, length);
    } else {
      sendParts(ctx, ranges.get().ranges(), length);
    }
  }

  private void setValidators(Context ctx) {
    ctx.disableCompression();
    ctx.header("Accept-Ranges", "bytes");
    ctx.header("ETag", "\"" + tag + "\"");
    if (changedAt != null) {
      ctx.header(
          "Last-Modified",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(changedAt.atOffset(ZoneOffset.UTC)));
    }
  }

  private void sendWhole(Context ctx, long length) throws IOException {
    try (InputStream in = bytes.openAt(0)) {
      setHeaders(ctx, mediaType, length);
      if (!ctx.method().equals(HandlerType.HEAD)) {
        copy(in, ctx.outputStream(), length);
      }
    }
  }

  private void sendParts(Context ctx, List<ByteRanges.ByteRange> byteRanges, long length)
      throws IOException {
    if (byteRanges.isEmpty()) {
      setValidators(ctx);
      ctx.res().setHeader("Content-Encoding", null);
      ctx.header("Content-Range", ByteRanges.unsatisfiedContentRange(length));
      ctx.status(416).result("the ranges are not satisfiable: the length is " + length + "\n");
      return;
    }
    if (byteRanges.size() > 1) {
      sendMultipart(ctx, byteRanges, length);
      return;
    }
    ByteRanges.ByteRange byteRange = byteRanges.getFirst();
    try (InputStream in = bytes.openAt(byteRange.first())) {
      ctx.status(206);
      ctx.header("Content-Range", ByteRanges.contentRange(byteRange, length));
      setHeaders(ctx, mediaType, byteRange.length());
      copy(in, ctx.outputStream(), byteRange.length());
    }
  }

  private void sendMultipart(Context ctx, List<ByteRanges.ByteRange> byteRanges, long length)
      throws IOException {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String boundary = HexFormat.of().formatHex(random);
    List<byte[]> headers = new ArrayList<>();
    byte[] end = toAscii("\r\n--" + boundary + "--\r\n");
    long total = end.length;
    for (ByteRanges.ByteRange byteRange : byteRanges) {
      byte[] head =
          toAscii(
              (headers.isEmpty() ? "--" : "\r\n--")
                  + boundary
                  + "\r\nContent-Type: "
                  + mediaType
                  + "\r\nContent-Range: "
                  + ByteRanges.contentRange(byteRange, length)
                  + "\r\n\r\n");
      headers.add(head);
      total += head.length + byteRange.length();
    }
    InputStream in = bytes.openAt(byteRanges.getFirst().first());
    try {
      ctx.status(206);
      setHeaders(ctx, "multipart/byteranges; boundary=" + boundary, total);
      OutputStream out = ctx.outputStream();
      for (int i = 0; i < byteRanges.size(); i++) {
        if (i > 0) {
          in.close();
          in = bytes.openAt(byteRanges.get(i).first());
        }
        out.write(headers.get(i));
        copy(in, out, byteRanges.get(i).length());
      }
      out.write(end);
    } finally {
      in.close();
    }
  }

  private static byte[] toAscii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void setHeaders(Context ctx, String type, long length) {
    setValidators(ctx);
    ctx.contentType(type);
    ctx.header("Content-Length", Long.toString(length));
  }

  /** Copies bytes; fails if the source is shorter than announced. */
  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER_SIZE, Math.max(1, length))];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read <= 0) {
        throw new EOFException(left + " bytes are missing");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
