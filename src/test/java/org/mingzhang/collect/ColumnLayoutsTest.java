package org.mingzhang.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Columns of many layouts are read without a rule for any. */
class ColumnLayoutsTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_document_of_a_column_is_found_and_nothing_else() throws Exception {
    StandInSite site = new StandInSite();
    List<DynamicTest> tests = new ArrayList<>();
    for (Columns.Column column : new Columns(site).all()) {
      tests.add(
          DynamicTest.dynamicTest(
              column.name(),
              () -> {
                site.forget();
                try (CollectBench bench =
                    new CollectBench(folder.resolve(column.name().replace(' ', '-')))) {
                  bench.run(CollectBench.source(site.url(column.start())));
                  System.err.println(
                      column.name()
                          + ": "
                          + site.requests().size()
                          + " requests, "
                          + column.documents().size()
                          + " documents; "
                          + bench.refusals);
                  assertThat(bench.documents)
                      .containsExactlyInAnyOrderElementsOf(column.documents());
                  assertThat(new HashSet<>(site.paths())).hasSameSizeAs(site.paths());
                }
              }));
    }
    return tests.stream();
  }
}
