package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.CrawlRun;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.Frontier;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.NewVersions;
import org.mingzhang.archive.VisitRecord;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.text.Sha256;

/** Documents that are gone, were changed or were published late are listed as leads. */
class PublicationLeadFinderTest {
  @TempDir Path folder;
  private RunningPortal portal;

  @BeforeEach
  void open() {
    portal = new RunningPortal(folder);
  }

  @AfterEach
  void close() {
    portal.close();
  }

  private String words(String path) {
    return portal.get(path).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static Disclosure anotherFile(Disclosure disclosure, Path file) throws IOException {
    SourceDocument source =
        new SourceDocument(
            file.getFileName().toString(), Sha256.hash(file), "text/plain", 9, 1, null);
    return new Disclosure(
        source,
        disclosure.metadata(),
        disclosure.sections(),
        disclosure.tables(),
        disclosure.indicators(),
        disclosure.figures(),
        disclosure.findings(),
        disclosure.warnings());
  }

  private void goes(String reason) {
    Frontier frontier = portal.archive.frontier();
    Instant now = Instant.parse("2026-03-10T01:00:00Z");
    CrawlRun run =
        frontier.beginRun(
            "s", List.of(FrontierEntry.Link.seed(InventedDisclosures.COLLECTED)), now, now);
    frontier.recordVisit(
        run,
        new VisitRecord(
            frontier.nextAddress(run).orElseThrow(),
            FrontierEntry.State.GONE,
            now,
            reason,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(InventedDisclosures.COLLECTED),
            Map.of(),
            1));
  }

  @Test
  void a_document_that_vanished_is_listed_at_once_with_the_archived_copy_and_a_letter() {
    assertThat(words("/leads/gone")).contains("原址失效 0", "没有符合条件的线索。");
    goes("HTTP 404");
    assertThat(words("/leads/gone"))
        .contains("原址失效 1", "原址已于 2026-03-10 无法访问：网页不存在（HTTP 404）")
        .contains("白水区总工会", "首次见于 2024-09-01", "最近见于 2024-10-02")
        .contains("原址 " + InventedDisclosures.COLLECTED)
        .contains("该文件为何不再公开？", "可能的正常解释 ：网站可能改版");
    assertThat(words("/leads")).contains("原址失效 1");
    assertThat(words("/leads/gone?lang=en"))
        .contains("Unreachable at its original address since 2026-03-10: HTTP 404");
  }

  @Test
  void what_stands_in_its_place_is_said_in_words() {
    goes("a page is there instead of the file");
    assertThat(words("/leads/gone")).contains("无法访问：原址已换成网页，不再是文件");
  }

  @Test
  void a_document_that_was_changed_says_after_how_many_days_and_how_much() {
    String page = words("/leads/changed");
    assertThat(page).contains("内容改动 1").containsPattern("2026-11-20 换成新版：当天改了 \\d+ 个数");
    assertThat(portal.get("/leads/changed").body()).containsPattern("/d/[^\"]+/changes\\?v=");
    assertThat(portal.get("/feeds/versions.atom").body()).containsPattern("当天改了 \\d+ 个数");
    assertThat(words("/changes?kind=replaced")).containsPattern("当天改了 \\d+ 个数");
  }

  @Test
  void a_file_that_came_from_no_site_and_was_replaced_is_no_lead() throws IOException {
    ArchivedDisclosure given =
        portal.documents.stream()
            .filter(document -> document.version().url() == null)
            .findFirst()
            .orElseThrow();
    Path file = Files.writeString(folder.resolve("replaced.txt"), "另一版");
    DocumentVersion second =
        portal
            .archive
            .store(
                NewVersions.of(
                    given.version().source(),
                    given.id(),
                    given.sectionIds(),
                    anotherFile(given.disclosure(), file),
                    file,
                    null,
                    null,
                    1,
                    given.version().firstSeen().plusSeconds(60)))
            .version();
    assertThat(second.number()).isEqualTo(given.version().number() + 1);
    assertThat(words("/leads/changed")).contains("内容改动 1");
  }

  @Test
  void a_document_that_came_late_says_by_which_rule() {
    assertThat(words("/leads/late"))
        .contains("迟于法定期限 1", "2024-08-30 发布，法定期限为 2024-08-20，迟 10 天")
        .contains("2024年7月31日区财政局批复决算；决算批复后二十日内公开（《预算法》第十四条，《预算法实施条例》第六条）");
  }

  @Test
  void filters_narrow_the_lists_and_are_counted() {
    assertThat(words("/leads/late?year=2023")).contains("1条线索");
    assertThat(words("/leads/late?year=2024")).contains("0条线索", "没有符合条件的线索。");
    assertThat(words("/leads/late?region=%E7%A4%BA%E4%BE%8B%E7%9C%81")).contains("1条线索");
    assertThat(words("/leads/late?not.category=%E9%83%A8%E9%97%A8%E5%86%B3%E7%AE%97"))
        .contains("0条线索");
    assertThat(portal.get("/leads/late").body()).contains("id=\"facet-region\"", "not.year=2023");
  }

  @Test
  void files_have_a_row_for_each() {
    assertThat(portal.get("/leads.csv?part=late&header=name").body())
        .contains("days_late", ",2024-08-30,2024-08-20,10,");
    assertThat(portal.get("/leads.csv?part=changed&header=name").body())
        .contains("numbers_changed")
        .hasLineCount(2);
    goes("HTTP 410");
    assertThat(portal.get("/leads.csv?part=gone&header=name").body())
        .contains("2024-09-01,2024-10-02,2026-03-10,,," + InventedDisclosures.COLLECTED);
  }
}
