package org.mingzhang.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.lookup.DocumentCatalog;
import org.mingzhang.web.source.SearchPort;

/** Comparisons quote a document that says that there was none of an account. */
class DeniedAmountTest {
  private static final PortalLinks LINKS = new PortalLinks(Language.CHINESE);

  /** An index of one final account of 2024 without any fact. */
  private static final SearchPort INDEX =
      (SearchPort)
          Proxy.newProxyInstance(
              DeniedAmountTest.class.getClassLoader(),
              new Class<?>[] {SearchPort.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "generation" -> 1L;
                    case "count" -> 0L;
                    case "search" -> results((SearchRequest) arguments[0]);
                    case "forEach" -> {
                      if (((SearchRequest) arguments[0]).scope() == SearchScope.DOCUMENTS) {
                        @SuppressWarnings("unchecked")
                        Consumer<Hit> sink = (Consumer<Hit>) arguments[1];
                        sink.accept(account());
                      }
                      yield null;
                    }
                    default -> throw new AssertionError(method.getName());
                  });

  private static SearchResults results(SearchRequest request) {
    return new SearchResults(
        request, 0, 0, List.of(), Map.of(), Map.of(), null, List.of(), null, false);
  }

  private static Hit account() {
    return new Hit(
        "a",
        SearchScope.DOCUMENTS,
        "a",
        "a",
        List.of(),
        "a",
        "东岸区社会工作部",
        List.of("示例省", "样本市", "东岸区"),
        2024,
        "部门决算",
        null,
        1,
        List.of(),
        0,
        List.of(),
        BigDecimal.ZERO,
        Map.of("mediaType", "text/plain"));
  }

  private static ArchivedDisclosure record(String text) {
    Section section =
        new Section(
            "1", "", "表", 1, Topic.OTHER, 3, false, false, List.of(new Section.Paragraph(3, text)));
    return new ArchivedDisclosure(
        "a",
        new DocumentVersion("a", 1, "0".repeat(64), Instant.EPOCH, "a.txt", null),
        new Disclosure(
            new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
            new DocumentMetadata("题", false, null, null, null, Category.OTHER, null, List.of()),
            List.of(section),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of("sg"));
  }

  private static AmountComparer.AmountComparison compare(String agency, String text) {
    DocumentCatalog catalog = new DocumentCatalog(INDEX, id -> Optional.of(record(text)));
    RequestParameters parameters =
        new RequestParameters(Map.of("name", List.of("三公经费"), "agency", List.of(agency)));
    return new AmountComparer(INDEX, catalog).compare(ComparisonRequest.decode(parameters), LINKS);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "说明：本部门本年度没有财政拨款“三公”经费支出，故本表无数据。, 说明：本部门本年度没有财政拨款“三公”经费支出，故本表无数据。",
        "收入见表。2024年度无“三公”经费支出。, 2024年度无“三公”经费支出。",
        "我单位不在“三公”经费统计范围之内。, 我单位不在“三公”经费统计范围之内。",
        "“三公”经费支出贰拾万元整。, -",
        "“三公”经费见附表。, -",
      })
  void a_document_that_says_that_there_was_none_is_quoted(String text, @Nullable String quote) {
    AmountComparer.AmountComparison comparison = compare("社会工作部", text);
    ComparisonGrid grid = comparison.table().grid();
    if (quote == null) {
      assertThat(grid.rows()).isEmpty();
      return;
    }
    assertThat(grid.years()).containsExactly(2024);
    ComparisonGrid.Cell cell = grid.rows().getFirst().cells().getFirst();
    assertThat(cell.state()).isEqualTo(ComparisonGrid.CellState.DENIED);
    assertThat(cell.hasValue()).isFalse();
    assertThat(cell.note()).isEqualTo(quote);
    assertThat(cell.address()).startsWith("/d/a/sg?quote=");
    assertThat(new AmountExportRows(comparison, "https://a.example").buildRows().getLast())
        .contains("denied", "a", 3, "https://a.example" + cell.address(), quote)
        .hasSameSizeAs(
            Objects.requireNonNull(
                new AmountExportRows(comparison, "https://a.example").buildRows().getFirst()));
  }

  @Test
  void an_agency_that_is_not_asked_for_is_not_read() {
    assertThat(compare("统计局", "本部门没有“三公”经费支出。").table().grid().rows()).isEmpty();
  }
}
