package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.collect.StandInSite;
import org.mingzhang.collect.warc.PlainWarc;
import org.mingzhang.model.Region;

/** Tests the program as it is started: collects from a site, is killed and started again. */
class CollectIT {
  private static final int DOCUMENTS = 8;

  @TempDir Path folder;
  private final StandInSite site = new StandInSite();

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  private void column() throws Exception {
    column(DOCUMENTS, "150ms");
  }

  private void column(int documents, String delay) throws Exception {
    StringBuilder rows = new StringBuilder("<ul class='list'>");
    for (int i = 0; i < documents; i++) {
      String title = "某市第" + i + "中学2023年度部门预算公开";
      rows.append(
          "<li><a href='"
              + i
              + ".html'>"
              + title
              + "</a><span>2023-02-1"
              + i % 10
              + "</span></li>");
      site.page(
          "/z/" + i + ".html",
          "<html><head><title>"
              + title
              + "</title></head><body><h1>"
              + title
              + "</h1><p>一、收入预算情况说明</p><p>"
              + ("第" + i + "中学2023年收入预算" + (100 + i) + "万元，其中财政拨款收入" + (90 + i) + "万元。").repeat(12)
              + "</p></body></html>");
    }
    site.page("/z/index.html", rows + "</ul>");
    Files.writeString(
        folder.resolve("sources.yaml"),
        "contact: mailto:desk@example.org\nsources:\n  - name: school\n    url: http://localhost:"
            + site.port()
            + "/z/index.html\n    delay: "
            + delay
            + "\n    region: '350200'\n");
  }

  private Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.mingzhang.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said.txt").toFile()))
        .start();
  }

  private Process collect(String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "collect",
                "--threads",
                "1",
                "--sources",
                folder.resolve("sources.yaml").toString()));
    arguments.addAll(List.of(more));
    return start(arguments.toArray(String[]::new));
  }

  private static List<String> region(Archive archive, String document) {
    return archive
        .latest(document)
        .map(found -> found.disclosure().metadata().region())
        .map(Region::path)
        .orElse(List.of());
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("said.txt"));
  }

  @Test
  void a_collection_that_is_killed_goes_on_and_is_found() throws Exception {
    column();
    Process killed = collect("--allow-private-addresses");
    for (int i = 0; site.requests().size() < 5 && i < 1200; i++) {
      Thread.sleep(50);
    }
    killed.destroyForcibly();
    assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
    int before = site.requests().size();
    Process again = collect("--allow-private-addresses", "school");
    assertThat(again.waitFor(300, TimeUnit.SECONDS)).as(said()).isTrue();
    assertThat(again.exitValue()).as(said()).isZero();
    assertThat(site.requests().size()).isLessThanOrEqualTo(DOCUMENTS + 2 + 2);
    assertThat(before).isLessThan(DOCUMENTS);
    try (Archive archive = Archive.openReadOnly(folder.resolve("data/archive"))) {
      assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(DOCUMENTS);
      assertThat(archive.queue().count(IngestEntry.IngestState.KEPT)).isEqualTo(DOCUMENTS);
      assertThat(archive.newestVersions(0, 20))
          .allSatisfy(version -> assertThat(archive.findProvenance(version.source())).isPresent())
          .allSatisfy(
              version ->
                  assertThat(region(archive, version.documentId()))
                      .as("the region that the source states")
                      .contains("福建省", "厦门市"));
    }
    Process search = start("search", "\"第3中学2023年收入预算\"");
    assertThat(search.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).contains("school: ", "第3中学");
    Files.delete(folder.resolve("said.txt"));
    Process dated = start("search", "published:2023-02-13..2023-02-14 site:localhost");
    assertThat(dated.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).contains("第3中学", "第4中学").doesNotContain("第5中学");
    Process backup = start("backup", folder.resolve("copy").toString());
    assertThat(backup.waitFor(120, TimeUnit.SECONDS)).isTrue();
    try (var warc = Files.walk(folder.resolve("copy/warc"))) {
      assertThat(warc.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  /** Rounds: {@code mingzhang.collect.rounds}; seed: {@code mingzhang.collect.seed}. */
  @Test
  void whenever_it_is_killed_nothing_is_lost_and_nothing_kept_twice() throws Exception {
    int rounds = Integer.getInteger("mingzhang.collect.rounds", 3);
    long seed = Long.getLong("mingzhang.collect.seed", System.nanoTime());
    Random random = new Random(seed);
    int documents = 3 * rounds;
    column(documents, "5ms");
    int kills = 0;
    for (int round = 0; round < rounds && site.requests().size() < documents; round++) {
      int until = site.requests().size() + 1 + random.nextInt(3);
      Process process = collect("--allow-private-addresses");
      while (process.isAlive() && site.requests().size() < until) {
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(60));
      kills += process.isAlive() ? 1 : 0;
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    Process last = collect("--allow-private-addresses");
    assertThat(last.waitFor(20, TimeUnit.MINUTES)).as(said()).isTrue();
    assertThat(last.exitValue()).as("seed %d: %s", seed, said()).isZero();
    Set<String> pages = new TreeSet<>();
    IntStream.range(0, documents)
        .forEach(i -> pages.add("http://localhost:" + site.port() + "/z/" + i + ".html"));
    try (Archive archive = Archive.openReadOnly(folder.resolve("data/archive"))) {
      assertThat(archive.documentIds("", Integer.MAX_VALUE)).as("seed %d", seed).hasSize(documents);
      assertThat(archive.queue().count(IngestEntry.IngestState.KEPT)).isEqualTo(documents);
    }
    List<String> evidence = responses();
    assertThat(evidence).as("seed %d", seed).doesNotHaveDuplicates().containsAll(pages);
    System.out.println(
        kills
            + " kills of seed "
            + seed
            + ": "
            + documents
            + " documents and their evidence, none lost, none twice, "
            + site.requests().size()
            + " requests");
  }

  /** Addresses of the responses in the WARC files, which are read to their end. */
  private List<String> responses() throws Exception {
    List<String> addresses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("data/archive/warc"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        PlainWarc.read(file).stream()
            .filter(e -> e.field("WARC-Type").equals("response"))
            .map(e -> e.field("WARC-Target-URI"))
            .filter(address -> address.matches(".*/z/\\d+\\.html"))
            .forEach(addresses::add);
      }
    }
    return addresses;
  }

  @Test
  void documents_are_indexed_as_they_come_and_a_stop_is_told() throws Exception {
    column(3, "5ms");
    site.endless("/z/2.html");
    Process process = collect("--allow-private-addresses");
    for (int i = 0; said().lines().filter(l -> l.startsWith("indexed ")).count() < 2; i++) {
      assertThat(i).as(said()).isLessThan(2400);
      Thread.sleep(50);
    }
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).contains("Stopped; the next run continues");
    try (Archive archive = Archive.openReadOnly(folder.resolve("data/archive"))) {
      assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(2);
    }
  }

  @Test
  void addresses_that_failed_are_told_and_make_the_exit_code_1() throws Exception {
    column(2, "5ms");
    site.raw("/z/1.html", request -> StandInSite.answer(500, new byte[0]));
    Process process = collect("--allow-private-addresses");
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).as(said()).isTrue();
    assertThat(process.exitValue()).as(said()).isEqualTo(1);
    assertThat(said()).contains("school: 1 addresses failed and are tried again by the next run");
  }

  @Test
  void who_collects_must_be_named_and_our_own_network_is_not_asked() throws Exception {
    column();
    Process refused = collect();
    assertThat(refused.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(1);
    assertThat(said()).contains("PRIVATE_ADDRESS: the host localhost is ");
    assertThat(site.requests()).isEmpty();
    Files.write(
        folder.resolve("sources.yaml"),
        Files.readString(folder.resolve("sources.yaml"))
            .replaceFirst("contact.*", "")
            .getBytes(StandardCharsets.UTF_8));
    Process nobody = collect();
    assertThat(nobody.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(nobody.exitValue()).isEqualTo(2);
    assertThat(said()).contains("sites need a contact address");
  }
}
