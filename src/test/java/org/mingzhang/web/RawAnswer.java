package org.mingzhang.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it came over the line.
 *
 * @param status its status, 0 where the connection was closed without an answer
 * @param headers names in lower case
 * @param body what stands behind the head, chunks as they are
 */
record RawAnswer(int status, Map<String, String> headers, String body) {
  /** The body as UTF-8. */
  String text() {
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Sends bytes on a connection of their own and reads until it is closed. */
  static RawAnswer to(int port, byte[] request) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request);
        out.flush();
        socket.getInputStream().transferTo(all);
      } catch (java.net.SocketTimeoutException e) {
        throw e;
      } catch (IOException closedEarly) {
        // an answer may come before the request is read to its end
      }
    }
    return read(all.toString(StandardCharsets.ISO_8859_1));
  }

  private static RawAnswer read(String all) {
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      return new RawAnswer(0, Map.of(), all);
    }
    Map<String, String> headers = new TreeMap<>();
    String[] lines = all.substring(0, end).split("\r\n", -1);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    if (status == 100) {
      return read(all.substring(end + 4));
    }
    return new RawAnswer(status, headers, all.substring(end + 4));
  }
}
