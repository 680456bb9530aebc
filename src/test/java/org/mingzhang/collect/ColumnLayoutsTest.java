package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Provenance;

/** Measures precision and recall of columns with many layouts, without site-specific selectors. */
class ColumnLayoutsTest {
  @TempDir Path folder;

  /** Counts over all columns. */
  private static final class Measure {
    private int expected;
    private int found;
    private int right;
    private int requests;
    private int linked;
    private int dated;
    private int datedRight;

    private void add(StandInSite site, Columns.Column column, CollectBench bench, Columns columns) {
      Set<String> documents = new HashSet<>(bench.documents);
      expected += column.documents().size();
      found += documents.size();
      right += (int) documents.stream().filter(column.documents()::contains).count();
      requests += site.requests().size();
      for (String path : column.documents()) {
        Optional<Provenance> known = bench.archive.findProvenance(site.url(path));
        LocalDate day = columns.days.get(path);
        linked += known.map(Provenance::linkingPageUrl).isPresent() ? 1 : 0;
        dated += day == null ? 0 : 1;
        boolean same = Objects.equals(known.map(Provenance::published).orElse(null), day);
        datedRight += day != null && same ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      return String.format(
          "%d documents, precision %.3f, recall %.3f, %.2f requests a document; linking page of"
              + " %d, day of publication right of %d of the %d that have one",
          expected,
          1.0 * right / found,
          1.0 * right / expected,
          1.0 * requests / expected,
          linked,
          datedRight,
          dated);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_document_of_a_column_is_found_and_nothing_else() throws Exception {
    StandInSite site = new StandInSite();
    Columns columns = new Columns(site);
    Measure all = new Measure();
    List<DynamicTest> tests = new ArrayList<>();
    for (Columns.Column column : columns.all()) {
      tests.add(DynamicTest.dynamicTest(column.name(), () -> isFound(site, columns, column, all)));
    }
    tests.add(
        DynamicTest.dynamicTest(
            "all of them",
            () -> {
              System.err.println(all);
              assertThat(all.expected).isGreaterThan(80);
              assertThat(all.right).isEqualTo(all.expected).isEqualTo(all.found);
              assertThat(all.datedRight).isEqualTo(all.dated);
              assertThat(all.linked).isEqualTo(all.expected);
            }));
    return tests.stream();
  }

  private void isFound(StandInSite site, Columns columns, Columns.Column column, Measure all)
      throws Exception {
    site.forget();
    Path own = folder.resolve(column.name().replace(' ', '-'));
    try (CollectBench bench = new CollectBench(own)) {
      bench.run(CollectBench.source(site.url(column.start())));
      all.add(site, column, bench, columns);
      System.err.println(
          column.name()
              + ": "
              + site.requests().size()
              + " requests, "
              + column.documents().size()
              + " documents; "
              + bench.refusals);
      assertThat(bench.documents).containsExactlyInAnyOrderElementsOf(column.documents());
      assertThat(new HashSet<>(site.paths())).hasSameSizeAs(site.paths());
      for (String path : column.documents()) {
        assertThat(bench.archive.findProvenance(site.url(path)).map(Provenance::published))
            .as(path)
            .isEqualTo(Optional.ofNullable(columns.days.get(path)));
      }
    }
  }
}
