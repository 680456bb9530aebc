package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.Seed;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.search.TextReuseResult;
import org.mingzhang.shard.LocalShards;

/** Several files of the same disclosure are one result; other disclosures stay separate. */
class EditionGroupTest {
  @TempDir Path folder;
  private Archive archive;
  private IndexStore index;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("data/archive"));
    index = IndexStore.open(folder.resolve("data/lucene"));
    Files.createDirectories(folder.resolve("files"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    archive.close();
  }

  /** The disclosure of an invented office, with four amounts derived from one. */
  private static String account(int year, int total, String more) {
    return """
    样本市东岸区林业局%1$d年度部门决算
    第一部分 样本市东岸区林业局概况
    一、主要职责
    组织开展植树造林和森林防火工作，编制年度计划，负责林木种苗管理，监督检查各乡镇造林质量，开展林业科技推广和技术培训，指导国有林场改革与发展。
    二、机构设置
    内设办公室、造林科、林政科和防火办，下属林业工作站一个，林木种苗站一个，年末实有在职人员四十六人，离退休人员三十一人。
    第二部分 %1$d年度部门决算情况说明
    一、收入支出决算总体情况说明
    %1$d年度收入、支出总计均为%2$d.10万元，主要原因是本年造林任务安排与上一年度基本相同，各项工作按计划完成，经费使用平稳。
    二、支出决算情况说明
    %1$d年度支出合计%3$d.10万元，其中：基本支出%4$d.10万元，主要用于在职人员工资福利和日常办公；项目支出%5$d.00万元，主要用于植树造林、森林防火物资购置和林木病虫害防治。
    三、其他重要事项
    %6$s本单位严格执行财务管理制度，按规定公开预算和决算信息，接受社会监督，所有项目均编制了绩效目标并开展了绩效自评工作，结果报送区财政局。
    """
        .formatted(year, total, total - 3, total - 40, 37, more);
  }

  private static String page(String text) {
    return "<html><head><meta charset=\"utf-8\"></head><body>"
        + text.lines().map(line -> "<p>" + line + "</p>").collect(Collectors.joining("\n"))
        + "</body></html>";
  }

  private void put(String name, String content) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("files").resolve(name), content);
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), spool)) {
      new Indexer(archive, index, reader, Clock.systemUTC(), 2, spool)
          .run(SourceFileLister.list(List.of(folder.resolve("files"))), new IndexingListener() {});
    }
  }

  private SearchResults listed(String query, SearchScope scope) throws IOException {
    return search(SearchRequest.of(query, scope).withSecondaryEditions(false));
  }

  private SearchResults all(String query, SearchScope scope) throws IOException {
    return search(SearchRequest.of(query, scope));
  }

  private SearchResults search(SearchRequest request) throws IOException {
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
      return search.search(request);
    }
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(Hit::documentId).sorted().toList();
  }

  @Test
  void formats_of_one_disclosure_are_one_result_of_the_best_format_everywhere() throws Exception {
    put("a.txt", account(2024, 500, ""));
    assertThat(listed("", SearchScope.DOCUMENTS).total()).isEqualTo(1);
    put("b.html", page(account(2024, 500, "")));
    assertThat(all("", SearchScope.DOCUMENTS).total()).isEqualTo(2);
    SearchResults documents = listed("", SearchScope.DOCUMENTS);
    assertThat(documents.total()).isEqualTo(1);
    Hit hit = documents.hits().getFirst();
    assertThat(hit.values()).containsEntry("mediaType", "text/html");
    EditionGroup editions = EditionGroup.decode(hit.values());
    assertThat(editions.primaryId()).isEqualTo(hit.documentId());
    assertThat(editions.all())
        .hasSize(2)
        .extracting(EditionGroup.Edition::mediaType)
        .contains("text/plain");
    for (SearchScope scope : List.of(SearchScope.SECTIONS, SearchScope.FACTS)) {
      SearchResults found = listed("支出", scope);
      assertThat(ids(found)).as(scope.id()).isNotEmpty().containsOnly(hit.documentId());
      assertThat(all("支出", scope).total()).as(scope.id()).isEqualTo(2 * found.total());
      assertThat(found.scopeTotals().get(SearchScope.DOCUMENTS)).isEqualTo(1);
      assertThat(EditionGroup.decode(found.hits().getFirst().values())).isEqualTo(editions);
      assertThat(found.facets().values().stream().flatMap(List::stream))
          .allSatisfy(value -> assertThat(value.count()).isLessThanOrEqualTo(found.total()));
    }
  }

  @Test
  void a_file_that_holds_the_document_several_times_stands_for_none() throws Exception {
    String account = account(2024, 500, "");
    put("a.html", page(account + account + account));
    put("b.txt", account);
    SearchResults documents = listed("", SearchScope.DOCUMENTS);
    assertThat(documents.total()).isEqualTo(1);
    assertThat(documents.hits().getFirst().values()).containsEntry("mediaType", "text/plain");
  }

  @Test
  void corrections_are_the_same_and_other_years_amounts_and_texts_are_not() throws Exception {
    put("a.txt", account(2024, 500, ""));
    put("corrected.txt", account(2024, 500, "更正：下属单位数由一个改为两个。"));
    assertThat(listed("", SearchScope.DOCUMENTS).total()).isEqualTo(1);
    put("other-year.txt", account(2023, 500, ""));
    assertThat(listed("", SearchScope.DOCUMENTS).total()).isEqualTo(2);
    put("own-office.txt", account(2024, 800, "").replace("项目支出37.00", "项目支出99.00"));
    assertThat(listed("", SearchScope.DOCUMENTS).total())
        .as("the same words, other amounts")
        .isEqualTo(3);
  }

  @Test
  void a_correction_stands_for_what_it_corrects_whatever_its_format() throws Exception {
    put("a.html", page(account(2024, 500, "")));
    put("b.txt", account(2024, 500, "另购置无人机两架。").replace("部门决算\n第一", "部门决算（更正版）\n第一"));
    SearchResults documents = listed("", SearchScope.DOCUMENTS);
    assertThat(documents.total()).isEqualTo(1);
    assertThat(documents.hits().getFirst().title()).endsWith("（更正版）");
    assertThat(listed("购置无人机两架", SearchScope.SECTIONS).notices()).isEmpty();
  }

  @Test
  void what_only_a_copy_says_is_found_and_said_to_be_there() throws Exception {
    put("a.html", page(account(2024, 500, "")));
    put("b.txt", account(2024, 500, "另购置无人机两架。"));
    assertThat(listed("", SearchScope.DOCUMENTS).total()).isEqualTo(1);
    for (String query : List.of("\"购置无人机两架\"", "无人机", "林业局 无人机")) {
      SearchResults found = listed(query, SearchScope.SECTIONS);
      assertThat(found.total()).as(query).isEqualTo(1);
      assertThat(found.notices()).extracting(SearchResults.Notice::code).contains("in-copies");
    }
    assertThat(listed("林木病虫害", SearchScope.SECTIONS).notices()).isEmpty();
    assertThat(listed("没有这样的词", SearchScope.SECTIONS).total()).isZero();
  }

  @Test
  void a_primary_document_that_goes_leaves_its_place_to_the_next() throws Exception {
    put("a.txt", account(2024, 500, ""));
    put("b.html", page(account(2024, 500, "")));
    String primary = listed("", SearchScope.DOCUMENTS).hits().getFirst().documentId();
    ArchiveIndexer indexing = new ArchiveIndexer(archive, index);
    archive.removals().remove(new DocumentRemoval(primary, Instant.EPOCH, "—"));
    indexing.remove(primary);
    indexing.commit();
    SearchResults left = listed("", SearchScope.DOCUMENTS);
    assertThat(left.total()).isEqualTo(1);
    assertThat(left.hits().getFirst().documentId()).isNotEqualTo(primary);
    assertThat(EditionGroup.decode(left.hits().getFirst().values())).isEqualTo(EditionGroup.NONE);
    archive.removals().restore(primary);
    indexing.replace(archive.latest(primary).orElseThrow());
    indexing.commit();
    assertThat(ids(listed("", SearchScope.DOCUMENTS))).containsExactly(primary);
  }

  private TextReuseResult findReuse(Hit section) throws IOException {
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
      return search.findTextReuse(section.id()).orElseThrow();
    }
  }

  @Test
  void a_copy_of_the_same_disclosure_is_no_source_of_its_text() throws Exception {
    put("a.html", page(account(2024, 500, "")));
    put("b.txt", account(2024, 500, ""));
    assertThat(all("下属林业工作站", SearchScope.SECTIONS).hits()).hasSizeGreaterThan(1);
    for (Hit section : all("下属林业工作站", SearchScope.SECTIONS).hits()) {
      assertThat(findReuse(section).copiedLength()).isZero();
      assertThat(findReuse(section).sources()).isEmpty();
    }
    put("c.txt", account(2023, 500, ""));
    Hit section = listed("下属林业工作站 year:2024", SearchScope.SECTIONS).hits().getFirst();
    assertThat(findReuse(section).sources())
        .as("another year is another disclosure")
        .extracting(source -> source.hit().year())
        .containsOnly(2023);
  }

  @Test
  void of_many_copies_the_primary_one_lists_all_and_each_other_that_one_and_itself()
      throws Exception {
    String account = account(2024, 500, "");
    List<String> names = new ArrayList<>(List.of("a.html"));
    Files.writeString(folder.resolve("files/a.html"), page(account));
    for (int i = 0; i < EditionGroup.MAX_FULLY_LISTED_SIZE; i++) {
      names.add("copy" + i + ".txt");
      Files.writeString(folder.resolve("files/copy" + i + ".txt"), account + " ".repeat(i));
    }
    put("last.txt", account + "\n");
    SearchResults documents = listed("", SearchScope.DOCUMENTS);
    assertThat(documents.total()).isEqualTo(1);
    Hit primary = documents.hits().getFirst();
    EditionGroup all = EditionGroup.decode(primary.values());
    assertThat(all.isIncomplete()).isFalse();
    assertThat(all.all()).hasSize(names.size() + 1);
    for (Hit copy : all("", SearchScope.DOCUMENTS).hits()) {
      EditionGroup listed = EditionGroup.decode(copy.values());
      assertThat(listed.primaryId()).isEqualTo(primary.documentId());
      assertThat(listed)
          .isEqualTo(
              copy.documentId().equals(primary.documentId())
                  ? all
                  : new EditionGroup(
                      primary.documentId(),
                      List.of(
                          all.all().getFirst(),
                          new EditionGroup.Edition(copy.documentId(), "text/plain")),
                      true));
      assertThat(EditionGroup.decode(java.util.Map.of("editions", listed.encode())))
          .isEqualTo(listed);
    }
    for (Hit section : all("下属林业工作站", SearchScope.SECTIONS).hits()) {
      assertThat(findReuse(section).sources()).as("other copies are no sources").isEmpty();
    }
  }

  @Test
  void the_order_of_arrival_does_not_matter() throws Exception {
    List<String> names = new ArrayList<>(List.of("a.txt", "b.html", "c.txt", "d.html", "e.txt"));
    long seed = Seed.next();
    List<String> first = null;
    for (int round = 0; round < 3; round++) {
      close();
      folder = Files.createDirectory(folder.resolve("round" + round));
      open();
      Collections.shuffle(names, new Random(seed + round));
      for (String name : names) {
        String text =
            account(2024, name.charAt(0) < 'c' ? 500 : 900, name.charAt(0) == 'e' ? "补充。" : "");
        put(name, name.endsWith("html") ? page(text) : text);
      }
      List<String> files =
          listed("", SearchScope.DOCUMENTS).hits().stream()
              .map(h -> h.values().get("file"))
              .sorted()
              .toList();
      first = first == null ? files : first;
      assertThat(files).as("seed %d, order %s", seed, names).isEqualTo(first).hasSize(2);
    }
  }
}
