package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.Seed;
import org.mingzhang.archive.Archive;
import org.mingzhang.web.admin.AdminSettings;
import org.mingzhang.web.admin.AuditLog;
import org.mingzhang.web.admin.TokenHash;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/**
 * No request of any kind ends in 500: all routes with all parameters and hostile values, over the
 * real search. How many is the system property {@code mingzhang.requests} (1,000), the seed {@code
 * mingzhang.requests.seed}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomRequestsTest {
  private static final int REQUESTS = Integer.getInteger("mingzhang.requests", 1_000);

  /**
   * What is refused before it is read to its end may be cut off, and the answer be lost on its way.
   */
  private static final int LARGE = 60_000;

  private Archive archive;
  private IndexedSearch search;
  private PortalServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    archive = Archive.open(folder.resolve("archive"));
    search = new IndexedSearch(new InventedDisclosures(archive, folder).store());
    AuditLog log = new AuditLog(folder.resolve("admin.log"), Clock.systemUTC());
    server =
        new PortalServer(
                new PortalServices(search.port(), archive, IndexingStatus::idle, Clock.systemUTC()),
                PortalSettings.local(0),
                new AdminSettings(
                    QuickTokenHash.of(TokenHash.generateToken()), new QuietAdministration(), log),
                null)
            .start();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    search.close();
    archive.close();
  }

  @Test
  void random_requests_are_answered_with_a_page_or_told_what_is_wrong() throws IOException {
    long seed = Seed.next();
    Random random = new Random(seed);
    RandomRequest requests = new RandomRequest(random);
    TreeMap<Integer, Integer> statuses = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      byte[] request = requests.next();
      RawAnswer answer = RawAnswer.to(server.port(), request);
      String about =
          "seed "
              + seed
              + ", request "
              + i
              + " of "
              + request.length
              + " bytes:\n"
              + new String(request, StandardCharsets.UTF_8);
      if (answer.status() == 0 && request.length > LARGE) {
        continue;
      }
      assertAnswered(about, answer, request[0] == 'H');
      statuses.merge(answer.status(), 1, Integer::sum);
    }
    assertThat(statuses.getOrDefault(200, 0))
        .as("seed " + seed + ", answers " + statuses)
        .isGreaterThan(REQUESTS / 5);
    assertThat(statuses.getOrDefault(503, 0))
        .as("seed " + seed + ", answers " + statuses)
        .isLessThan(REQUESTS / 5);
  }

  private static void assertAnswered(String about, RawAnswer answer, boolean head) {
    if (answer.status() == 503) {
      assertThat(answer.headers()).as(about).containsKey("retry-after");
    } else {
      assertThat(answer.status()).as(about + "\n" + answer.body()).isBetween(200, 499);
    }
    assertThat(answer.headers()).as(about).containsEntry("x-content-type-options", "nosniff");
    assertThat(answer.headers()).as(about).containsKey("content-security-policy");
    if (answer.status() >= 400 && !head) {
      assertThat(answer.headers().getOrDefault("content-type", "none"))
          .as(about + "\n" + answer)
          .matches("(text/html|application/problem\\+json|text/plain).*");
      assertThat(answer.body()).as(about).isNotBlank().doesNotContain("\tat ", "Exception");
    }
  }
}
