package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients that mean no good, at a real server: those that are slow and those that are many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientsIT {
  private RunningPortal portal;
  private int port;

  @BeforeAll
  void start(@TempDir Path folder) {
    portal = new RunningPortal(folder);
    port = Integer.parseInt(portal.origin.replaceAll(".*:", ""));
  }

  @AfterAll
  void stop() {
    portal.close();
  }

  /** The head of a form with so many bytes. */
  private static String form(int bytes) {
    return String.join(
        "\r\n",
        "POST /batch HTTP/1.1",
        "Host: localhost",
        "Content-Length: " + bytes,
        "Content-Type: application/x-www-form-urlencoded",
        "",
        "");
  }

  /** Sends a head, then a byte twice a second; tells how many seconds it was let do so. */
  private double drips(String head, char drop) {
    long begun = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 120; i++) {
        out.write(drop);
        out.flush();
        Thread.sleep(500);
        if (ended(socket.getInputStream())) {
          break;
        }
      }
    } catch (IOException cut) {
      // the time tells
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static boolean ended(InputStream in) throws IOException {
    try {
      while (in.read() >= 0) {
        // an answer is no end
      }
      return true;
    } catch (java.net.SocketTimeoutException nothing) {
      return false;
    }
  }

  @Test
  void a_byte_now_and_then_keeps_a_connection_for_seconds_only() throws Exception {
    CompletableFuture<Double> head =
        CompletableFuture.supplyAsync(
            () -> drips("GET /search HTTP/1.1\r\nHost: localhost\r\nX-Long: ", 'a'));
    CompletableFuture<Double> body = CompletableFuture.supplyAsync(() -> drips(form(100_000), 'a'));
    assertThat(head.get()).as("a head").isBetween(8.0, 30.0);
    assertThat(body.get()).as("a body").isBetween(15.0, 40.0);
  }

  @Test
  void slow_bodies_do_not_keep_readers_from_their_pages() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write((form(9_000) + "q=").getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      Thread.sleep(300);
      assertThat(portal.get("/search?q=a").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void connections_left_open_by_the_thousand_make_room_for_whoever_comes_next() throws Exception {
    List<Socket> left = new ArrayList<>();
    try {
      for (int i = 0; i < 1_100; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket
            .getOutputStream()
            .write(
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        left.add(socket);
      }
      long begun = System.nanoTime();
      assertThat(portal.get("/search?q=b").statusCode()).isEqualTo(200);
      assertThat((System.nanoTime() - begun) / 1e9).as("seconds").isLessThan(8);
    } finally {
      for (Socket socket : left) {
        socket.close();
      }
    }
  }
}
