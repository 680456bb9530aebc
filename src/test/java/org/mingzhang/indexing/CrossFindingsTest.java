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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.Seed;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * Findings between documents do not depend on the order in which documents are added and removed.
 */
class CrossFindingsTest {
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

  private static String account(String kind, int year, String total, String change) {
    return """
    样本市东岸区林业局%2$d年度%1$s
    第一部分 样本市东岸区林业局概况
    一、主要职责
    组织开展植树造林和森林防火工作，编制年度计划。
    二、机构设置
    内设办公室和造林科。
    第二部分 %2$d年度%1$s情况说明
    一、收入支出决算总体情况说明
    %2$d年度收入、支出总计均为%3$s万元。%4$s
    """
        .formatted(kind, year, total, change);
  }

  private static String down(int before, String amount) {
    return "与" + before + "年度相比，收入、支出总计各减少" + amount + "万元。";
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

  private SearchResults findings() throws IOException {
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
      return search.search(SearchRequest.of("", SearchScope.FINDINGS));
    }
  }

  private Set<String> across() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Hit hit : findings().hits()) {
      if (hit.values().containsKey("otherTitle")) {
        found.add(hit.documentTitle() + " " + hit.values().get("rule") + " " + hit.title());
      }
    }
    return found;
  }

  @Test
  void the_later_account_gets_a_finding_when_the_earlier_one_arrives() throws Exception {
    put("2024.txt", account("部门决算", 2024, "100", down(2023, "10")));
    assertThat(findings().total()).isZero();
    put("2023.txt", account("部门决算", 2023, "120", ""));
    SearchResults found = findings();
    assertThat(found.total()).isEqualTo(1);
    Hit hit = found.hits().getFirst();
    assertThat(hit.documentTitle()).contains("2024");
    assertThat(hit.values())
        .containsEntry("rule", "last-year")
        .containsEntry("kind", "change-amount")
        .containsEntry("severity", "probable")
        .hasEntrySatisfying("other", other -> assertThat(other).contains("2023"))
        .hasEntrySatisfying("otherQuote", quote -> assertThat(quote).contains("120"));
    assertThat(hit.id()).contains("#x-");
    assertThat(String.valueOf(found.facets().get(FacetDimension.FINDING_KIND)))
        .contains("change-amount");
    assertThat(String.valueOf(found.facets().get(FacetDimension.YEAR))).contains("2024");
  }

  @Test
  void a_replaced_or_withdrawn_document_takes_the_finding_with_it() throws Exception {
    put("2023.txt", account("部门决算", 2023, "120", ""));
    put("2024.txt", account("部门决算", 2024, "100", down(2023, "10")));
    assertThat(across()).hasSize(1);
    put("2023.txt", account("部门决算", 2023, "110", ""));
    assertThat(across()).isEmpty();
    put("2023.txt", account("部门决算", 2023, "130", ""));
    assertThat(across()).hasSize(1);
    ArchiveIndexer indexing = new ArchiveIndexer(archive, index);
    String earlier =
        archive.documentIds("", Integer.MAX_VALUE).stream()
            .filter(id -> id.contains("2023"))
            .findFirst()
            .orElseThrow();
    archive.removals().remove(new DocumentRemoval(earlier, Instant.EPOCH, "—"));
    indexing.remove(earlier);
    indexing.commit();
    assertThat(across()).isEmpty();
    archive.removals().restore(earlier);
    indexing.replace(archive.latest(earlier).orElseThrow());
    indexing.commit();
    assertThat(across()).hasSize(1);
  }

  @Test
  void the_order_of_arrival_does_not_matter_and_a_rebuilt_index_says_the_same() throws Exception {
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
    long seed = Seed.next();
    Set<String> first = null;
    for (int round = 0; round < 3; round++) {
      close();
      folder = Files.createDirectory(folder.resolve("round" + round));
      open();
      Collections.shuffle(names, new Random(seed + round));
      for (String name : names) {
        put(name + ".txt", content(name));
      }
      Set<String> found = across();
      first = first == null ? found : first;
      assertThat(found).as("seed %d, order %s", seed, names).isEqualTo(first).hasSize(2);
      new Reconciler(archive, index).rebuild();
      assertThat(across()).as("rebuilt, seed %d", seed).isEqualTo(first);
    }
  }

  private static String content(String name) {
    return switch (name) {
      case "a" -> account("部门决算", 2022, "90", "");
      case "b" -> account("部门决算", 2023, "120", down(2022, "30").replace("减少", "增加"));
      case "c" -> account("部门决算", 2024, "100", down(2023, "10"));
      case "d" -> account("单位决算", 2024, "140", "");
      default -> account("部门决算", 2025, "80", down(2024, "20"));
    };
  }
}
