package org.mingzhang.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.InProcessDocumentReader;
import org.mingzhang.model.Disclosure;

/** Checklists of ten manually judged documents, skipped if the files are not available. */
class JudgedDocumentsTest {
  private static final List<String> KNOWN =
      List.of("texts/002_38d7936824a76ef2.txt form06: undecided for disclosed");

  /**
   * It states purchase and running costs of vehicles only as one amount, and a table of another
   * section has a column with that name, so that the item is undecided.
   */
  private static final List<String> COMBINED =
      Stream.of("docx", "pdf", "doc", "rtf")
          .map(
              type ->
                  "office/001-jinkouhe-2024." + type + " vehicle-running: undecided for not-seen")
          .toList();

  private static final List<String> THIRD = List.of();

  /** Documents that were read, by file: several tests judge the same ones. */
  private static final Map<Path, Disclosure> READ = new HashMap<>();

  private static final Path CORPUS = Path.of("../shared/corpus");

  @Test
  void nearly_all_items_are_judged_as_a_person_did_and_none_is_called_missing_that_is_there()
      throws Exception {
    compare("judged.tsv", KNOWN);
  }

  /**
   * The same disclosures as Word, PDF, OFD, and a workbook of the forms only, which lacks many
   * items.
   */
  @Test
  void what_is_missing_in_originals_is_called_missing() throws Exception {
    compare("judged-office.tsv", COMBINED);
  }

  @Test
  void fragments_and_samples_of_which_most_is_missing_are_judged_as_a_person_did()
      throws Exception {
    compare("judged-third.tsv", THIRD);
  }

  /**
   * If a page is removed, items of that page may be reported as not found, but no others. Every
   * n-th page of each document is removed, one at a time; {@code -Dpages.step=1} removes each.
   */
  @Test
  void nothing_is_called_missing_but_what_stood_on_the_page_that_was_taken_out(@TempDir Path folder)
      throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the shared corpus is not here");
    int step = Integer.getInteger("pages.step", 19);
    int readings = 0;
    int missing = 0;
    List<Path> originals;
    try (Stream<Path> all = Files.list(CORPUS.resolve("pdf"))) {
      originals = all.sorted().toList();
    }
    for (Path original : originals) {
      Disclosure complete = read(original);
      DisclosureChecklist whole = DisclosureChecklist.evaluate(complete);
      int pages = complete.source().pages();
      for (int page = 3; page <= pages; page += step) {
        Path without = folder.resolve(readings++ + ".pdf");
        withoutPage(original, page, without);
        for (DisclosureChecklist.ItemResult itemResult :
            DisclosureChecklist.evaluate(readFile(without)).answers()) {
          if (itemResult.state() == DisclosureItemState.NOT_SEEN) {
            missing++;
            int stood =
                whole.answers().stream()
                    .filter(a -> a.item().equals(itemResult.item()))
                    .mapToInt(DisclosureChecklist.ItemResult::page)
                    .findFirst()
                    .orElse(0);
            assertThat(stood)
                .as(original.getFileName() + " " + itemResult.item().id() + " without " + page)
                .isBetween(page - 1, page);
          }
        }
      }
    }
    System.out.println(readings + " readings, " + missing + " items called missing");
    assertThat(readings).isPositive();
  }

  private static void withoutPage(Path original, int page, Path to) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(original.toFile())) {
      pdf.removePage(page - 1);
      pdf.save(to.toFile());
    }
  }

  private static void compare(String file, List<String> known) throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the shared corpus is not here");
    Map<String, Map<String, String>> judged = judged(file);
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (Map.Entry<String, Map<String, String>> document : judged.entrySet()) {
      boolean sample = document.getKey().startsWith("samples/");
      Disclosure read =
          read(sample ? Path.of(document.getKey()) : CORPUS.resolve(document.getKey()));
      Map<String, String> told = new LinkedHashMap<>();
      DisclosureChecklist.evaluate(read)
          .answers()
          .forEach(a -> told.put(a.item().id(), a.state().id()));
      for (Map.Entry<String, String> item : document.getValue().entrySet()) {
        all++;
        String said = told.getOrDefault(item.getKey(), "no such item");
        if (!said.equals(item.getValue())) {
          wrong.add(
              document.getKey() + " " + item.getKey() + ": " + said + " for " + item.getValue());
        }
      }
    }
    assertThat(wrong).as("called missing").noneMatch(w -> w.contains(": not-seen for "));
    assertThat(1 - (double) wrong.size() / all).as(wrong.toString()).isGreaterThanOrEqualTo(0.97);
    assertThat(wrong).as("known misses").isEqualTo(known);
  }

  private static Disclosure read(Path file) throws Exception {
    Disclosure known = READ.get(file);
    if (known == null) {
      known = readFile(file);
      READ.put(file, known);
    }
    return known;
  }

  private static Disclosure readFile(Path file) throws Exception {
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(
            ExtractionLimits.standard().withTimeLimit(Duration.ofMinutes(10)))) {
      return reader.read(file).stream()
          .filter(DocumentReader.SuccessfulReading.class::isInstance)
          .map(DocumentReader.SuccessfulReading.class::cast)
          .findFirst()
          .orElseThrow()
          .disclosure();
    }
  }

  /** Expected states by item and document, from a file. */
  private static Map<String, Map<String, String>> judged(String file) throws Exception {
    Map<String, Map<String, String>> judged = new LinkedHashMap<>();
    try (InputStream in = JudgedDocumentsTest.class.getResourceAsStream(file);
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
