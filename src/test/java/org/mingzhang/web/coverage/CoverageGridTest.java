package org.mingzhang.web.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.search.Hit;
import org.mingzhang.search.Hits;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;

class CoverageGridTest {
  private static Hit document(String agency, @Nullable Integer year) {
    String id = agency + year;
    return Hits.document(id, agency, List.of("示例省"), year, Map.of());
  }

  @Test
  void documents_without_a_year_have_a_column_of_their_own(@TempDir Path folder) {
    List<Hit> dated = List.of(document("甲局", 2024), document("乙局", 2023));
    List<Hit> all = List.of(dated.getFirst(), dated.getLast(), document("乙局", null));
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      assertThat(rows(archive, dated)).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
      assertThat(rows(archive, all))
          .extracting(row -> row.cells().size() + " " + row.cells().getLast().items().size())
          .containsExactly("3 0", "3 1");
    }
  }

  private static List<CoverageGrid.AgencyRow> rows(Archive archive, List<Hit> documents) {
    return new CoverageGrid(archive)
        .buildRows(
            CoverageGrid.groupByAgency(documents),
            List.of(2024, 2023),
            List.of(),
            new Labels(new Messages(), Language.CHINESE),
            new PortalLinks(Language.CHINESE));
  }
}
