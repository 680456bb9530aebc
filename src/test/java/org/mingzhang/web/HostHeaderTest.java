package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;

/** Links use accepted names of the portal only, whatever the Host header says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostHeaderTest {
  private static final List<String> PATHS =
      List.of(
          "/",
          "/d/qsqzgh-2024-bmjs",
          "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk",
          "/d/qsqzgh-2024-bmjs/cite?format=ris",
          "/d/qsqzgh-2024-bmjs/figures.csv",
          "/api/v1/disclosures/qsqzgh-2024-bmjs",
          "/api/v1/sections/qsqzgh-2024-bmjs/gk-zyzz",
          "/api/v1/export?format=csv",
          "/oembed?url=http://x/d/qsqzgh-2024-bmjs/qk-jgyx",
          "/search.atom?q=a",
          "/search.json-feed?q=a",
          "/changes.atom",
          "/opensearch.xml",
          "/sitemap.xml",
          "/robots.txt",
          "/nothing");

  private static final List<String> FOREIGN =
      List.of(
          "evil.example",
          "evil.example:80",
          "localhost.evil.example",
          "127.0.0.1.evil.example",
          "localhost@evil.example",
          "portal.example@evil.example",
          "10.99.99.99");

  private Archive archive;
  private List<ArchivedDisclosure> documents;

  @BeforeAll
  void store(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    documents = new InventedDisclosures(archive, folder).store();
  }

  @AfterAll
  void close() {
    archive.close();
  }

  private PortalServer server(@Nullable String publicUrl, List<String> hosts) {
    PortalServices services =
        new PortalServices(
            new PlainSearch(documents), archive, IndexingStatus::idle, Clock.systemUTC());
    return new PortalServer(
            services, TestSettings.local(0).withPublicUrl(publicUrl).withHosts(hosts).build())
        .start();
  }

  private static RawAnswer ask(PortalServer server, String path, String host) throws Exception {
    String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    return RawAnswer.to(server.port(), request.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_host_that_is_none_of_ours_is_never_repeated() throws Exception {
    try (PortalServer server = server(null, List.of("portal.example"))) {
      for (String path : PATHS) {
        for (String host : FOREIGN) {
          RawAnswer answer = ask(server, path, host);
          assertThat(answer.status()).as(host + path).isIn(200, 400, 404);
          assertThat(answer.body() + answer.headers())
              .as(host + path)
              .doesNotContain("evil", "10.99.99.99");
        }
      }
    }
  }

  @Test
  void our_own_names_and_those_that_are_allowed_are_repeated() throws Exception {
    try (PortalServer server = server(null, List.of("Portal.example"))) {
      for (String host :
          List.of("localhost:7070", "127.0.0.1", "portal.example", "PORTAL.example:8443")) {
        assertThat(ask(server, "/robots.txt", host).body())
            .contains("Sitemap: http://" + host + "/sitemap.xml");
      }
      assertThat(ask(server, "/", "other.example").body())
          .contains("<link rel=\"canonical\" href=\"/\"");
    }
  }

  @Test
  void the_public_address_is_named_whatever_a_request_says() throws Exception {
    try (PortalServer server = server("https://portal.example/x", List.of())) {
      for (String host : List.of("localhost", "evil.example")) {
        assertThat(ask(server, "/robots.txt", host).body())
            .contains("Sitemap: https://portal.example/x/sitemap.xml");
      }
    }
  }
}
