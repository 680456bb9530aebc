package org.mingzhang.collect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.collect.StandInSite;

final class HttpFetcherTest {
  @TempDir private Path parent;

  private static HttpFetcher fetcherInto(Path folder) {
    AddressGuard guard = new AddressGuard(host -> List.of(InetAddress.getLoopbackAddress()), true);
    return new HttpFetcher(
        guard, "Mingzhang/0.1", FetchLimits.standard(), folder, Clock.systemUTC());
  }

  @Test
  void a_folder_that_is_gone_is_no_failure_of_the_address() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("answers"));
    try (StandInSite site = new StandInSite()) {
      site.raw(
          "/a.html",
          request -> {
            deleteWithFiles(folder);
            return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"
                .getBytes(StandardCharsets.US_ASCII);
          });
      assertThatThrownBy(
              () -> fetcherInto(folder).fetch(URI.create(site.url("/a.html")), null, null))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(FetchException.class)
          .hasMessageContaining(folder.toString());
    }
  }

  @Test
  void an_output_that_refuses_bytes_names_its_file() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (ResponseFileOutput out = new ResponseFileOutput(Path.of("answer-1"), full)) {
      assertThatThrownBy(() -> out.write(new byte[3]))
          .isInstanceOf(ResponseFileOutput.LocalFileException.class)
          .hasMessage("cannot write answer-1: No space left on device");
    } catch (IOException e) {
      assertThat(e).isInstanceOf(ResponseFileOutput.LocalFileException.class);
    }
  }

  private static void deleteWithFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
