package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over a server that speaks S3. */
class S3ObjectStoreTest extends ObjectStoreContract {
  private final S3Server server = S3Server.running();

  @BeforeAll
  static void server() {
    assumeThat(S3Server.available()).as(S3Server.MISSING).isTrue();
  }

  @Override
  ArchiveLocation place(Path archive) {
    return new ArchiveLocation(archive, null, server.store("kept/here"));
  }

  @Override
  void damage(ArchiveLocation at, String name) throws IOException {
    at.createObjectStore().write(name, out -> out.write("anders".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void originals_on_this_machine_are_as_many_as_are_wanted() throws IOException {
    Path copies = folder.resolve("copies");
    S3StoreSettings store = server.store("bounded");
    ObjectStore objects =
        new S3ObjectStore(
            S3ClientFactory.open(store), store, "objects", new FetchedFileCache(copies, 2_500));
    for (int i = 0; i < 6; i++) {
      byte[] content = new byte[1_000];
      content[0] = (byte) i;
      String sha256 = objects.store(new java.io.ByteArrayInputStream(content));
      assertThat(objects.localFile(sha256)).hasSize(1_000);
    }
    try (Stream<Path> files = Files.list(copies)) {
      assertThat(files.toList()).hasSize(2);
    }
    assertThat(objects.names()).hasSize(6);
  }

  /** The server of the other tests cannot list in parts; this one gives three names an answer. */
  @Test
  void names_are_read_to_their_end() throws IOException {
    List<String> names = IntStream.range(0, 10).mapToObj("%064x"::formatted).toList();
    HttpServer listing =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listing.createContext("/", exchange -> answer(exchange, names));
    listing.start();
    try {
      URI place = URI.create("http://127.0.0.1:" + listing.getAddress().getPort());
      S3StoreSettings store = new S3StoreSettings("archive", "", place, "r", "k", "s");
      assertThat(new ArchiveLocation(folder, null, store).createObjectStore().names())
          .isEqualTo(names);
    } finally {
      listing.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, List<String> names) throws IOException {
    String after =
        Stream.of(exchange.getRequestURI().getQuery().split("&"))
            .filter(parameter -> parameter.startsWith("start-after="))
            .map(parameter -> parameter.replaceFirst(".*/", ""))
            .findFirst()
            .orElse("");
    List<String> rest = names.stream().filter(name -> name.compareTo(after) > 0).toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    xml.append("<IsTruncated>").append(rest.size() > 3).append("</IsTruncated>");
    for (String name : rest.subList(0, Math.min(3, rest.size()))) {
      xml.append("<Contents><Key>objects/00/").append(name).append("</Key></Contents>");
    }
    byte[] body = xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Test
  void a_store_that_is_not_there_is_told_without_the_secret() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    S3StoreSettings store = new S3StoreSettings("archive", "", nowhere, "r", "k", "geheim-geheim");
    ObjectStore objects = new ArchiveLocation(folder, null, store).createObjectStore();
    assertThatThrownBy(objects::names)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the store could not be read")
        .hasMessageNotContaining("geheim");
    assertThat(store.toString()).doesNotContain("geheim");
  }

  @Test
  void places_are_read_as_typed() {
    S3StoreSettings typed =
        S3StoreSettings.parse("s3://ein-eimer/a/b/", URI.create("http://h:1"), "r", "k", "s");
    assertThat(typed.bucket()).isEqualTo("ein-eimer");
    assertThat(typed.prefix()).isEqualTo("a/b/");
    assertThat(S3StoreSettings.parse("s3://eimer", null, "r", null, null).prefix()).isEmpty();
    for (String wrong : List.of("http://x", "s3://", "s3://UPPER", "s3://a b")) {
      assertThatThrownBy(() -> S3StoreSettings.parse(wrong, null, "r", null, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong);
    }
    assertThatThrownBy(() -> S3StoreSettings.parse("s3://eimer", null, "r", "k", null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
