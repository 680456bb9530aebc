package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.web.render.Templates;
import org.mingzhang.web.source.PortalSettings;
import org.slf4j.LoggerFactory;

/** Compiled templates give byte by byte the pages that Thymeleaf makes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledPagesTest {
  private static final String TOOK = "\\d+ (毫秒|ms)";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Templates.class);
  private final RunningPortal portal;
  private final PortalServer compiled;
  private final PortalServer thymeleaf;

  CompiledPagesTest(@TempDir Path folder) {
    portal = new RunningPortal(folder);
    compiled = new PortalServer(portal.sources, settings(null)).start();
    thymeleaf = new PortalServer(portal.sources, settings(Path.of("templates"))).start();
  }

  @BeforeAll
  void start() {
    log.start();
    logger.addAppender(log);
    logger.setLevel(Level.DEBUG);
  }

  @AfterAll
  void stop() {
    logger.setLevel(null);
    logger.detachAppender(log);
    compiled.close();
    thymeleaf.close();
    portal.close();
  }

  private static PortalSettings settings(@Nullable Path templates) {
    return new PortalSettings("127.0.0.1", 0, "https://portal.example", templates, true);
  }

  Stream<String> pages() {
    List<String> more =
        List.of("/nothing", "/search?q=%22&scope=nowhere", "/embed/d/qsqzgh-2024-bmjs/qk-jgyx");
    return Stream.concat(Addresses.PAGES.stream(), more.stream())
        .flatMap(p -> Stream.of(p, p + (p.contains("?") ? "&" : "?") + "lang=en"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_compiled_page_is_the_page_that_thymeleaf_makes(String address)
      throws IOException, InterruptedException {
    log.list.clear();
    String page = read(compiled, address);
    assertThat(log.list)
        .as("what was left to Thymeleaf")
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEmpty();
    assertThat(page).contains("</html>").isEqualTo(read(thymeleaf, address));
  }

  private String read(PortalServer server, String address)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + address);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "text/html").build();
    return client
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body()
        .replaceAll(TOOK, "some time");
  }
}
