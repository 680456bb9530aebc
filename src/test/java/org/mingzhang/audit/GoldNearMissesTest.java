package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.model.Finding;

/**
 * The near misses that the hand-made records list give no findings, and neither does the clean
 * sample.
 */
class GoldNearMissesTest {
  private static final Path GOLD = Path.of("../shared/gold");

  private static List<Finding> findings(Path file) throws IOException {
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard())) {
      return reader.read(file).stream()
          .filter(DocumentReader.SuccessfulReading.class::isInstance)
          .flatMap(r -> ((DocumentReader.SuccessfulReading) r).disclosure().findings().stream())
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> deviations_inside_the_tolerance_are_not_reported() throws IOException {
    assumeTrue(Files.exists(GOLD.resolve("INDEX.tsv")), "the hand-made records are not here");
    return Files.readAllLines(GOLD.resolve("INDEX.tsv")).stream()
        .map(l -> l.split("\t", -1))
        .filter(l -> l.length > 1 && l[0].endsWith(".txt") && l[0].contains("/texts/"))
        .map(
            l ->
                DynamicTest.dynamicTest(l[0], () -> check(GOLD.resolve(l[0]), GOLD.resolve(l[1]))));
  }

  /** Every record with near misses is one of a text that is read above. */
  @Test
  void every_record_with_near_misses_is_looked_at() throws IOException {
    assumeTrue(Files.exists(GOLD.resolve("INDEX.tsv")), "the hand-made records are not here");
    List<String> read =
        Files.readAllLines(GOLD.resolve("INDEX.tsv")).stream()
            .map(l -> l.split("\t", -1))
            .filter(l -> l.length > 1 && l[0].endsWith(".txt") && l[0].contains("/texts/"))
            .map(l -> l[1])
            .toList();
    try (Stream<Path> records = Files.list(GOLD)) {
      for (Path record : records.filter(r -> r.toString().endsWith(".json")).toList()) {
        if (!new ObjectMapper().readTree(record.toFile()).path("near_misses").isEmpty()) {
          assertThat(read).contains(record.getFileName().toString());
        }
      }
    }
  }

  private static void check(Path file, Path gold) throws IOException {
    List<Finding> findings = findings(file);
    for (JsonNode miss : new ObjectMapper().readTree(gold.toFile()).path("near_misses")) {
      String stated = miss.path("stated").asText().replaceFirst("^\\p{IsHan}+ ?", "");
      assertThat(findings)
          .as(miss.path("why").asText())
          .noneMatch(f -> stated.equals(f.stated()) || stated.equals(f.stated() + "万元"));
    }
  }

  @TestFactory
  Stream<DynamicTest> the_clean_budget_has_nothing_above_wording() throws IOException {
    Path pdf = GOLD.resolve("../corpus/pdf");
    assumeTrue(Files.isDirectory(pdf), "the corpus is not here");
    try (Stream<Path> files = Files.list(pdf)) {
      return files.filter(f -> f.getFileName().toString().contains("商务委员会25年预算")).toList().stream()
          .map(
              f ->
                  DynamicTest.dynamicTest(
                      "the negative control",
                      () ->
                          assertThat(findings(f))
                              .noneMatch(x -> x.severity() != Finding.Severity.WORDING)));
    }
  }
}
