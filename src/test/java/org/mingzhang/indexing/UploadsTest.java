package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.FileOrigin;
import org.mingzhang.archive.IngestEntry;
import org.mingzhang.archive.OfferedFile;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/** Uploaded files are identified by content and source, not by name. */
class UploadsTest {
  private static final String NAME = "2024年度部门决算.txt";

  @TempDir Path folder;
  private Archive archive;
  private IndexStore index;
  private Instant now = Instant.parse("2026-11-21T00:00:00Z");

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("data/archive"));
    index = IndexStore.open(folder.resolve("data/lucene"));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    archive.close();
  }

  private static String text(String agency, int year, String duty) {
    return """
    样本市东岸区%s%d年度部门决算
    第一部分 样本市东岸区%s概况
    一、主要职责
    %s，编制年度计划，指导各街道开展工作，完成上级交办的其他任务。
    二、机构设置
    内设办公室、综合科和督查科，另有直属事业单位两家，与上年相同。
    """
        .formatted(agency, year, agency, duty);
  }

  private long send(String name, byte[] content, @Nullable String replaces) throws IOException {
    String sha256 = archive.queue().storeContent(new ByteArrayInputStream(content));
    return archive.queue().accept(OfferedFile.ofUpload(name, sha256, replaces), now);
  }

  private long send(String content) throws IOException {
    return send(NAME, content.getBytes(StandardCharsets.UTF_8), null);
  }

  private long replace(String id, String content) throws IOException {
    return send(NAME, content.getBytes(StandardCharsets.UTF_8), id);
  }

  private void run() throws IOException, InterruptedException {
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), spool)) {
      new Indexer(archive, index, reader, Clock.fixed(now, ZoneOffset.UTC), 2, spool)
          .run(IndexingListener.NONE);
    }
  }

  private IngestEntry read(long id) throws IOException, InterruptedException {
    run();
    return archive.queue().findEntry(id).orElseThrow();
  }

  private long hits(String words) throws IOException {
    index.refresh();
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
      return search.search(SearchRequest.of("\"" + words + "\"", SearchScope.SECTIONS)).total();
    }
  }

  @Test
  void files_of_five_agencies_with_one_name_are_five_documents() throws Exception {
    List<String> agencies = List.of("林业局", "水利局", "教育局", "民政局", "档案馆");
    for (String agency : agencies) {
      send(text(agency, 2024, agency + "的职责"));
    }
    run();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(5);
    for (String agency : agencies) {
      assertThat(hits(agency + "的职责")).as(agency).isEqualTo(1);
    }
    assertThat(archive.documentIds("", Integer.MAX_VALUE))
        .allSatisfy(id -> assertThat(archive.versions(id)).hasSize(1));
  }

  @Test
  void what_was_accepted_and_not_read_survives_the_loss_of_the_ledger() throws Exception {
    List<String> agencies = List.of("林业局", "水利局", "教育局", "民政局", "档案馆", "审计局");
    send(text("林业局", 2024, "林业局的职责"));
    run();
    for (String agency : agencies.subList(1, agencies.size())) {
      send(text(agency, 2024, agency + "的职责"));
    }
    long begun = archive.queue().takeEntries(1, false).getFirst().id();
    List<Long> order = archive.queue().openEntries(9).stream().map(IngestEntry::id).toList();
    archive.close();
    for (String part : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(folder.resolve("data/archive").resolve(part));
    }
    archive = Archive.open(folder.resolve("data/archive"));
    assertThat(archive.unrestoredParts()).isEmpty();
    List<IngestEntry> waiting = archive.queue().openEntries(9);
    assertThat(waiting).hasSize(5).allMatch(e -> e.state() == IngestEntry.IngestState.ACCEPTED);
    assertThat(waiting.stream().map(IngestEntry::id)).containsExactlyElementsOf(order);
    assertThat(order).as("one whose reading was begun is read again").contains(begun);
    assertThat(waiting).allMatch(e -> archive.queue().findContent(e).isPresent());
    run();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(6);
    for (String agency : agencies) {
      assertThat(hits(agency + "的职责")).as(agency).isEqualTo(1);
    }
    assertThat(archive.queue().openCount()).isZero();
    long next = send(text("统计局", 2024, "统计局的职责"));
    assertThat(next).as("places go on").isGreaterThan(order.getLast());
  }

  @Test
  void a_correction_of_the_same_agency_year_and_category_is_a_version_whatever_its_name()
      throws Exception {
    send(text("林业局", 2024, "组织植树造林"));
    long id = send("更正.txt", text("林业局", 2024, "组织湿地保护").getBytes(StandardCharsets.UTF_8), null);
    IngestEntry entry = read(id);
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).containsExactly(entry.documentId());
    assertThat(archive.versions(String.valueOf(entry.documentId()))).hasSize(2);
    assertThat(hits("植树造林")).isZero();
    assertThat(hits("湿地保护")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s（更正版）", "%s(2025年9月修订)", "更正后的%s", "%s-勘误"})
  void a_correction_that_its_title_tells_is_the_newer_version(String form) throws Exception {
    String account = text("林业局", 2024, "组织植树造林");
    String title = account.lines().findFirst().orElseThrow();
    send(account);
    String correction = text("林业局", 2024, "组织湿地保护").replace(title, form.formatted(title));
    String id = String.valueOf(read(send(correction)).documentId());
    assertThat(archive.versions(id)).hasSize(2);
    assertThat(hits("植树造林")).isZero();
    assertThat(hits("湿地保护")).isEqualTo(1);
    send(text("林业局", 2024, "组织森林防火"));
    run();
    assertThat(archive.versions(id)).as("an account does not replace its correction").hasSize(2);
  }

  @Test
  void another_year_and_another_text_of_the_same_agency_are_documents_of_their_own()
      throws Exception {
    send(text("林业局", 2024, "组织植树造林"));
    send(text("林业局", 2023, "组织植树造林"));
    send("样本市东岸区林业局2024年度部门决算\n一、收支总表\n收入合计一百万元，支出合计九十九万元，结余一万元。\n二、其他\n无。\n");
    run();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(3);
  }

  @Test
  void documents_of_unknown_agency_are_never_versions_of_each_other() throws Exception {
    send("通知\n一、事项\n请各单位按时报送材料，逾期不候。\n");
    send("通知\n一、事项\n请各单位按时报送材料，逾期不再受理。\n");
    run();
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(2);
  }

  @Test
  void the_same_bytes_sent_twice_are_kept_once_and_both_entries_lead_there() throws Exception {
    long first = send(text("林业局", 2024, "组织植树造林"));
    String id = read(first).documentId();
    long second = send(text("林业局", 2024, "组织植树造林"));
    assertThat(second).isNotEqualTo(first);
    assertThat(read(second).documentId()).isEqualTo(id);
    assertThat(archive.versions(String.valueOf(id))).hasSize(1);
  }

  @Test
  void a_file_that_replaces_on_purpose_is_a_version_also_of_an_earlier_content() throws Exception {
    String old = text("林业局", 2024, "组织植树造林");
    String id = String.valueOf(read(send(old)).documentId());
    replace(id, "样本市东岸区林业局2024年度部门决算\n一、全新的写法\n此版与前一版没有相同的话。\n");
    run();
    assertThat(read(replace(id, old)).documentId()).isEqualTo(id);
    assertThat(archive.versions(id)).extracting(DocumentVersion::number).containsExactly(1, 2, 3);
    assertThat(hits("植树造林")).isEqualTo(1);
    assertThat(hits("没有相同的话")).isZero();
  }

  @Test
  void what_contradicts_the_document_it_is_said_to_replace_is_refused_with_the_reason()
      throws Exception {
    String id = String.valueOf(read(send(text("林业局", 2024, "组织植树造林"))).documentId());
    IngestEntry year = read(replace(id, text("林业局", 2023, "组织植树造林")));
    assertThat(year.state()).isEqualTo(IngestEntry.IngestState.REFUSED);
    assertThat(year.message()).contains("another agency, region, year or category");
    String other = text("水利局", 2024, "兴修水利");
    send(other);
    run();
    assertThat(read(replace(id, other)).state()).isEqualTo(IngestEntry.IngestState.REFUSED);
    assertThat(read(replace("gone", text("林业局", 2024, "另"))).message())
        .contains("no document gone");
    assertThat(archive.versions(id)).hasSize(1);
  }

  @Test
  void versions_are_in_the_order_of_acceptance_though_the_clock_goes_back() throws Exception {
    String id = "";
    for (int i = 0; i < 6; i++) {
      now = now.minusSeconds(86_400);
      id = String.valueOf(read(send(text("林业局", 2024, "第" + i + "次修改的职责"))).documentId());
    }
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).containsExactly(id);
    assertThat(archive.versions(id))
        .extracting(DocumentVersion::number)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(archive.versionLog().latest(VersionFilter.ALL, 10))
        .extracting(DocumentVersion::number)
        .containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(hits("第5次修改")).isEqualTo(1);
    assertThat(hits("第4次修改")).isZero();
  }

  @Test
  void many_versions_sent_at_once_are_kept_in_their_order() throws Exception {
    for (int i = 0; i < 20; i++) {
      send(text("林业局", 2024, "第" + i + "次修改的职责" + "，说明".repeat((20 - i) % 7)));
    }
    run();
    String id = archive.documentIds("", Integer.MAX_VALUE).getFirst();
    assertThat(archive.versions(id)).hasSize(20);
    assertThat(hits("第19次修改")).isEqualTo(1);
  }

  @Test
  void a_file_of_a_folder_and_its_correction_that_was_sent_are_one_document() throws Exception {
    Path file = Files.writeString(folder.resolve(NAME), text("林业局", 2024, "组织植树造林"));
    index(file);
    String id = archive.documentIds("", Integer.MAX_VALUE).getFirst();
    assertThat(read(send(text("林业局", 2024, "组织湿地保护"))).documentId()).isEqualTo(id);
    archive.queue().acceptAll(List.of(OfferedFile.ofFile(file, true)), now);
    run();
    assertThat(archive.versions(id)).as("what lies in the folder is not new").hasSize(2);
    assertThat(hits("湿地保护")).isEqualTo(1);
    Files.writeString(file, text("林业局", 2024, "组织森林防火工作"));
    index(file);
    assertThat(archive.versions(id)).hasSize(3);
    assertThat(hits("森林防火")).isEqualTo(1);
  }

  private void index(Path file) throws IOException, InterruptedException {
    archive.queue().accept(OfferedFile.ofFile(file, false), now);
    run();
  }

  @Test
  void an_earlier_content_that_comes_back_at_a_path_is_the_newest_again() throws Exception {
    Path file = folder.resolve(NAME);
    for (String duty : List.of("组织植树造林", "组织湿地保护", "组织植树造林")) {
      Files.writeString(file, text("林业局", 2024, duty));
      index(file);
    }
    assertThat(archive.versions(archive.documentIds("", Integer.MAX_VALUE).getFirst())).hasSize(3);
    assertThat(hits("植树造林")).isEqualTo(1);
    assertThat(hits("湿地保护")).isZero();
  }

  @Test
  void members_of_an_archive_are_documents_and_the_archive_sent_again_adds_nothing()
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String agency : List.of("林业局", "水利局")) {
        zip.putNextEntry(new ZipEntry(agency + "/" + NAME));
        zip.write(text(agency, 2024, agency + "的职责").getBytes(StandardCharsets.UTF_8));
      }
    }
    IngestEntry entry = read(send("全部.zip", bytes.toByteArray(), null));
    assertThat(entry.message()).isEqualTo("2 of 2 kept");
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(2);
    send("又一次.zip", bytes.toByteArray(), null);
    send(text("林业局", 2024, "林业局的职责"));
    run();
    assertThat(archive.documentIds("", Integer.MAX_VALUE))
        .hasSize(2)
        .allSatisfy(id -> assertThat(archive.versions(id)).hasSize(1));
    assertThat(folder.resolve("data/spool")).isEmptyDirectory();
    assertThat(archive.check()).isEmpty();
  }

  @Test
  void what_was_taken_out_does_not_come_back_by_being_sent_again_or_corrected() throws Exception {
    String first = text("林业局", 2024, "组织植树造林");
    String id = String.valueOf(read(send(first)).documentId());
    archive.removals().remove(new DocumentRemoval(id, now, "应要求"));
    for (String content : List.of(first, text("林业局", 2024, "组织湿地保护"))) {
      IngestEntry entry = read(send(content));
      assertThat(entry.state()).isEqualTo(IngestEntry.IngestState.REFUSED);
      assertThat(entry.message()).contains("taken out: 应要求");
    }
    assertThat(archive.versions(id)).hasSize(1);
  }

  @Test
  void what_was_refused_is_read_again_when_it_is_sent_again() throws Exception {
    byte[] broken = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', 1, 2, 3};
    assertThat(read(send("x.pdf", broken, null)).state())
        .isEqualTo(IngestEntry.IngestState.REFUSED);
    IngestEntry again = read(send("x.pdf", broken, null));
    assertThat(again.state()).isEqualTo(IngestEntry.IngestState.REFUSED);
    assertThat(again.message()).isNotBlank();
    assertThat(archive.sourceFiles().refusedMembers()).hasSize(1);
  }

  @Test
  void another_content_of_the_same_address_is_a_version_and_of_another_a_document()
      throws Exception {
    for (String[] fetched :
        new String[][] {{"http://a/1", "植树造林"}, {"http://a/1", "湿地保护"}, {"http://a/2", "森林防火"}}) {
      byte[] content = text("林业局", 2024, "组织" + fetched[1]).getBytes(StandardCharsets.UTF_8);
      String sha256 = archive.queue().storeContent(new ByteArrayInputStream(content));
      archive.queue().accept(OfferedFile.ofAddress(fetched[0], NAME, sha256), now);
      run();
    }
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(2);
    assertThat(archive.queue().endedEntries(5))
        .extracting(e -> e.offer().origin())
        .containsOnly(FileOrigin.ADDRESS);
    assertThat(hits("植树造林")).isZero();
    assertThat(hits("湿地保护") + hits("森林防火")).isEqualTo(2);
  }

  @Test
  void the_name_is_what_people_see_and_no_name_keeps_a_file_from_being_read() throws Exception {
    for (String name : List.of("../../x/决算.txt", "a\u0000b.txt", "长".repeat(300) + ".txt", "..")) {
      String agency = "第" + Integer.toHexString(name.hashCode()) + "局";
      IngestEntry entry =
          read(send(name, text(agency, 2024, agency).getBytes(StandardCharsets.UTF_8), null));
      assertThat(entry.state()).as(name).isEqualTo(IngestEntry.IngestState.KEPT);
    }
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**x**");
  }
}
