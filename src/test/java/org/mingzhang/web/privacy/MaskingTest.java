package org.mingzhang.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.ExportRow;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.Suggestion;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.web.source.SearchPort;

/** Masking of texts from the archive and from the index. */
class MaskingTest {
  private static final String PHONE = "13812345678";
  private static final String TEXT = "联系人电话" + PHONE + "。";
  private static final PersonalDataMasker PERSONAL = new PersonalDataMasker(true);

  @Test
  void no_text_of_a_disclosure_keeps_a_number() {
    Disclosure masked = new DisclosureMasker(PERSONAL).mask(disclosure());
    assertThat(masked.toString()).contains("138****5678").doesNotContain(PHONE);
  }

  @Test
  void whoever_runs_the_portal_may_show_the_numbers() {
    Disclosure disclosure = disclosure();
    assertThat(new DisclosureMasker(new PersonalDataMasker(false)).mask(disclosure))
        .isSameAs(disclosure);
  }

  @Test
  void no_text_of_a_hit_keeps_a_number_but_an_amount_stays() {
    List<Hit> hits = new ArrayList<>();
    SearchPort search = new MaskedSearch(new OneHit(hit()), PERSONAL);
    search.forEach(request(), hits::add);
    hits.addAll(search.search(request()).hits());
    search.forEachWithFullText(
        request(),
        row -> {
          hits.add(row.hit());
          assertThat(row.text()).contains("138****5678");
        });
    assertThat(hits)
        .hasSize(3)
        .allSatisfy(
            hit -> {
              assertThat(hit.title() + hit.documentTitle() + hit.path() + hit.snippets())
                  .doesNotContain(PHONE);
              assertThat(hit.values().get("quote")).contains("138****5678");
              assertThat(hit.values().get("note")).contains("138****5678");
              assertThat(hit.values().get("value")).isEqualTo("13912345678");
            });
  }

  @Test
  void a_number_that_is_half_a_hit_is_masked_whole() {
    List<Hit.Fragment> shown =
        new MaskedSearch(new OneHit(hit()), PERSONAL)
            .search(request())
            .hits()
            .getFirst()
            .snippets()
            .getFirst();
    assertThat(shown)
        .containsExactly(new Hit.Fragment("电话138**", false), new Hit.Fragment("**5678", true));
  }

  @Test
  void suggestions_and_marked_texts_are_masked_as_well() {
    SearchPort search = new MaskedSearch(new OneHit(hit()), PERSONAL);
    assertThat(search.suggest("电话", 5)).extracting(Suggestion::text).containsOnly("电话138****5678");
    assertThat(search.highlightWords("", List.of(TEXT)).toString()).doesNotContain(PHONE);
  }

  @Test
  void shared_passages_are_masked_as_well() {
    TextReuseResult reuse =
        new MaskedSearch(new OneHit(hit()), PERSONAL).findTextReuse("d/s").orElseThrow();
    assertThat(reuse.passages().getFirst().text()).doesNotContain(PHONE);
    assertThat(reuse.sources().getFirst().hit().title()).doesNotContain(PHONE);
  }

  private static SearchRequest request() {
    return SearchRequest.of("", SearchScope.FIGURES);
  }

  private static Hit hit() {
    return new Hit(
        "a/b#f1",
        SearchScope.FIGURES,
        "a",
        TEXT,
        List.of(TEXT),
        TEXT,
        null,
        List.of(),
        2024,
        null,
        null,
        1,
        List.of(List.of(new Hit.Fragment("电话13812", false), new Hit.Fragment("345678", true))),
        1,
        List.of(1),
        new BigDecimal("13912345678"),
        Map.of("quote", TEXT, "note", TEXT, "value", "13912345678"));
  }

  private record OneHit(Hit hit) implements SearchPort {
    @Override
    public long count(SearchRequest request) {
      return 1;
    }

    @Override
    public SearchResults search(SearchRequest request) {
      return new SearchResults(
          request, 1, 1, List.of(hit), Map.of(), Map.of(), null, List.of(), null, false);
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) {
      return List.of(new Suggestion("电话" + PHONE, "phrase", 1));
    }

    @Override
    public void forEach(SearchRequest request, Consumer<Hit> sink) {
      sink.accept(hit);
    }

    @Override
    public void forEachWithFullText(SearchRequest request, Consumer<ExportRow> sink) {
      sink.accept(new ExportRow(hit, TEXT));
    }

    @Override
    public List<List<Hit.Fragment>> highlightWords(String query, List<String> texts) {
      return texts.stream().map(t -> List.of(new Hit.Fragment(t, false))).toList();
    }

    @Override
    public List<SearchResults.FacetValue> findFacetValues(
        SearchRequest request, FacetDimension dimension, String containing, int most) {
      return List.of();
    }

    @Override
    public Optional<TextReuseResult> findTextReuse(String sectionId) {
      return Optional.of(
          new TextReuseResult(
              9,
              9,
              0,
              List.of(new TextReuseResult.SharedPassage(0, TEXT.length(), TEXT, 1, false)),
              List.of(new TextReuseResult.Source(hit, 9))));
    }

    @Override
    public String toTraditional(String text) {
      return text;
    }

    @Override
    public long generation() {
      return 1;
    }
  }

  private static Disclosure disclosure() {
    TableBlock grid = new TableBlock(1, 1, 1, List.of(new TableBlock.Cell(0, 0, 1, 1, PHONE)));
    return new Disclosure(
        new SourceDocument("样本.pdf", "ab", "application/pdf", 1, 1, null),
        new DocumentMetadata(
            TEXT,
            false,
            TEXT,
            null,
            2024,
            null,
            null,
            List.of(new Evidence("title", "r", TEXT, 1))),
        List.of(
            new Section(
                "1",
                "一、",
                TEXT,
                1,
                Topic.OVERVIEW,
                1,
                false,
                false,
                List.of(new Section.Paragraph(1, TEXT), new Section.TablePart(1, 0, grid)))),
        List.of(
            new TableData("1", TEXT, null, 1, List.of(TEXT), List.of(List.of(PHONE)), List.of(1))),
        List.of(
            new Indicator(
                "1",
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                Indicator.TargetResult.UNKNOWN,
                1)),
        List.of(new Figure("1", TEXT, TEXT, null, "5", "万元", 2024, TEXT, 1, false)),
        List.of(
            new Finding(
                "r",
                Finding.Kind.SUM,
                Finding.Severity.PROOF,
                "1",
                1,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                TEXT,
                new Finding.QuoteLocation("1", 1, TEXT),
                null)),
        List.of(TEXT));
  }
}
