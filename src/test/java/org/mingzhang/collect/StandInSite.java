package org.mingzhang.collect;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** An HTTP server for tests that can send arbitrary bytes. */
public final class StandInSite implements AutoCloseable {
  /** A received request. */
  public record Request(String path, Map<String, String> headers, long nanos) {}

  private final ServerSocket socket;
  private final Map<String, Function<Request, byte[]>> answers = new ConcurrentHashMap<>();
  private final Set<String> endlessPaths = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new ArrayList<>();

  public StandInSite() {
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The address of a path on a host that the tests' resolver maps to this server. */
  public String url(String path) {
    return "http://site.test:" + port() + path;
  }

  public StandInSite raw(String path, Function<Request, byte[]> answer) {
    answers.put(path, answer);
    return this;
  }

  public StandInSite page(String path, String html) {
    return bytes(path, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  public StandInSite page(String path, String type, String html, Charset charset) {
    return bytes(path, type, html.getBytes(charset));
  }

  public StandInSite bytes(String path, String type, byte[] body) {
    return raw(path, request -> answer(200, body, "Content-Type: " + type));
  }

  public StandInSite pdf(String path) {
    return bytes(
        path,
        "application/pdf",
        ("%PDF-1.4\n% " + path + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of plain text that comes slowly and never ends. */
  public StandInSite endless(String path) {
    endlessPaths.add(path);
    return this;
  }

  private static void sendWithoutEnd(OutputStream out) throws IOException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    while (true) {
      out.write("一行\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      LockSupport.parkNanos(20_000_000);
    }
  }

  public StandInSite remove(String path) {
    answers.remove(path);
    return this;
  }

  /** A response with Content-Length. */
  public static byte[] answer(int status, byte[] body, String... fields) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return join(head.toString().getBytes(StandardCharsets.UTF_8), body);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] gzip(byte[] body) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(body);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A response in chunks of seven bytes. */
  public static byte[] chunked(byte[] body, String... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < body.length; i += 7) {
      int n = Math.min(7, body.length - i);
      out.writeBytes((Integer.toHexString(n) + ";x=y\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(body, i, n);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes("0\r\nTrailer: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public List<String> paths() {
    return requests().stream().map(Request::path).toList();
  }

  public void forget() {
    synchronized (requests) {
      requests.clear();
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = connection.getOutputStream()) {
      long now = System.nanoTime();
      String line = in.readLine();
      if (line == null) {
        return;
      }
      Map<String, String> headers = new LinkedHashMap<>();
      for (String field = in.readLine(); field != null && !field.isEmpty(); field = in.readLine()) {
        int colon = field.indexOf(':');
        headers.put(
            field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).strip());
      }
      Request request = new Request(line.split(" ", -1)[1], headers, now);
      synchronized (requests) {
        requests.add(request);
      }
      if (endlessPaths.contains(request.path())) {
        sendWithoutEnd(out);
      }
      Function<Request, byte[]> answer = answers.get(request.path());
      if (answer == null) {
        answer = answers.get(request.path().replaceFirst("\\?.*$", "?"));
      }
      out.write(answer == null ? answer(404, new byte[0]) : answer.apply(request));
      out.flush();
    } catch (IOException broken) {
      // the client closed the connection, as some tests require
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
