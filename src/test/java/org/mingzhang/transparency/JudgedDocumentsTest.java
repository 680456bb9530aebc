package org.mingzhang.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DirectReader;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.model.Disclosure;

/** The checklist against ten documents that a person judged, where they are at hand. */
class JudgedDocumentsTest {
  private static final List<String> KNOWN =
      List.of(
          "texts/002_38d7936824a76ef2.txt form07: undecided for empty-explained",
          "texts/002_38d7936824a76ef2.txt form08: undecided for empty-explained");

  private static final Path CORPUS = Path.of("../shared/corpus");

  @Test
  void nearly_all_items_are_judged_as_a_person_did_and_none_is_called_missing_that_is_there()
      throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the shared corpus is not here");
    Map<String, Map<String, String>> judged = judged();
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (Map.Entry<String, Map<String, String>> document : judged.entrySet()) {
      Disclosure read = read(CORPUS.resolve(document.getKey()));
      Map<String, String> told = new LinkedHashMap<>();
      Checklist.of(read).answers().forEach(a -> told.put(a.item().id(), a.state().id()));
      for (Map.Entry<String, String> item : document.getValue().entrySet()) {
        all++;
        String said = told.getOrDefault(item.getKey(), "no such item");
        if (!said.equals(item.getValue())) {
          wrong.add(
              document.getKey() + " " + item.getKey() + ": " + said + " for " + item.getValue());
        }
      }
    }
    assertThat(wrong).as("called missing").noneMatch(w -> w.contains(": not-seen for disclosed"));
    assertThat(1 - (double) wrong.size() / all).as(wrong.toString()).isGreaterThanOrEqualTo(0.97);
    assertThat(wrong).as("known misses: forms in copied text read as lines").isEqualTo(KNOWN);
  }

  private static Disclosure read(Path file) throws Exception {
    try (DirectReader reader = new DirectReader(ExtractionLimits.standard())) {
      return reader.read(file).stream()
          .filter(DocumentReader.Read.class::isInstance)
          .map(DocumentReader.Read.class::cast)
          .findFirst()
          .orElseThrow()
          .disclosure();
    }
  }

  /** States by item and document, as {@code judged.tsv} has them. */
  private static Map<String, Map<String, String>> judged() throws Exception {
    Map<String, Map<String, String>> judged = new LinkedHashMap<>();
    try (InputStream in = JudgedDocumentsTest.class.getResourceAsStream("judged.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .forEach(f -> judged.computeIfAbsent(f[0], k -> new LinkedHashMap<>()).put(f[1], f[2]));
    }
    return judged;
  }
}
