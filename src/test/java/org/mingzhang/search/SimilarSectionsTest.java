package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.query.SearchRequest.Grouping;
import org.mingzhang.shard.SearchIndex;

/** Sections with nearly the same wording are grouped, and the best one comes first. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarSectionsTest {
  private static final String[] NONE = {
    "本单位%d年度未发生公务接待费支出。", "本部门没有公务接待费支出，接待费预算为0万元，决算为0万元。", "%d年无公务接待费支出，与上年持平。"
  };

  private final List<SearchIndex> indexes = List.of(filled(1), filled(3));

  private static SearchIndex filled(int shards) {
    SearchIndex index = new SearchIndex(shards);
    Random random = new Random(20);
    for (int i = 0; i < 90; i++) {
      String agency = "样本市第" + i + "局";
      String text =
          i % 9 == 0
              ? "公务接待费支出" + (i + 1) + ".5万元，主要用于接待上级检查调研，接待" + (i + 2) + "批次。"
              : NONE[random.nextInt(NONE.length)].formatted(2020 + i % 5);
      index.add("d" + i, document(agency, 2020 + i % 5, text, List.of()));
    }
    Evidence blank = new Evidence("category", DocumentMetadata.BLANK_FORM_RULE, "XX局", 1);
    index.add("blank", document("XX局", 2024, "公务接待费支出XX万元，公务接待费XX批次。", List.of(blank)));
    return index.refresh();
  }

  private static org.mingzhang.model.Disclosure document(
      String agency, int year, String text, List<Evidence> evidence) {
    return SearchIndex.disclosure(
        SearchIndex.metadata(
                agency + year + "年度部门决算",
                agency,
                "示例省/样本市",
                year,
                Category.DEPARTMENT_FINAL_ACCOUNTS)
            .withEvidence(evidence),
        List.of(SearchIndex.section("1", "（三）", "公务接待费", Topic.THREE_PUBLIC, text)));
  }

  @AfterAll
  void close() {
    indexes.forEach(SearchIndex::close);
  }

  private SearchResults page(int index, @Nullable String after) {
    return indexes
        .get(index)
        .service()
        .search(
            SearchRequest.of("公务接待费", SearchScope.SECTIONS)
                .withGrouping(Grouping.SIMILAR)
                .withSize(8)
                .withCursor(after));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void every_row_is_on_one_page_and_none_on_two(int index) {
    List<String> seen = new ArrayList<>();
    @Nullable String after = null;
    int pages = 0;
    do {
      SearchResults page = page(index, after);
      assertThat(page.total()).isEqualTo(91);
      page.hits().forEach(hit -> seen.add(hit.id()));
      after = page.nextCursor();
      pages++;
    } while (after != null);
    assertThat(seen).hasSize(91).doesNotHaveDuplicates();
    assertThat(pages).isLessThan(91 / 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void those_that_say_the_same_stand_behind_the_first_of_them(int index) {
    List<Hit> hits = page(index, null).hits();
    String first = "";
    List<String> heads = new ArrayList<>();
    for (Hit hit : hits) {
      String similar = hit.values().get(SimilarHitLinker.SIMILAR_TO);
      if (similar == null) {
        first = hit.id();
        heads.add(first);
      } else {
        assertThat(similar).isEqualTo(first);
      }
    }
    assertThat(heads).hasSizeLessThanOrEqualTo(8);
    assertThat(hits.subList(0, 8)).allMatch(hit -> !hit.values().containsKey("similarTo"));
  }

  @Test
  void all_shards_together_give_what_one_gives() {
    assertThat(page(1, null).hits().stream().map(Hit::id))
        .containsExactlyElementsOf(page(0, null).hits().stream().map(Hit::id).toList());
  }

  @Test
  void amounts_stand_first_then_that_there_was_none_then_the_blank_form() {
    List<Hit> hits =
        indexes
            .getFirst()
            .service()
            .search(SearchRequest.of("公务接待费", SearchScope.SECTIONS).withSize(100))
            .hits();
    assertThat(hits.subList(0, 10)).allMatch(hit -> text(hit).contains("万元，主要用于"));
    assertThat(hits.getLast().documentId()).isEqualTo("blank");
    assertThat(hits.getLast().values()).containsEntry("blankForm", "true");
  }

  @Test
  void who_asks_where_there_was_none_gets_those_first() {
    List<Hit> hits =
        indexes
            .getFirst()
            .service()
            .search(SearchRequest.of("没有公务接待费", SearchScope.SECTIONS).withSize(20))
            .hits();
    assertThat(hits).isNotEmpty().allMatch(hit -> !text(hit).contains("主要用于"));
  }

  private static String text(Hit hit) {
    StringBuilder text = new StringBuilder();
    hit.snippets().forEach(s -> s.forEach(fragment -> text.append(fragment.text())));
    return text.toString();
  }
}
