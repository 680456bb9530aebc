package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

class IndexerTest {
  private static final String TEXT =
      """
      样本市东岸区林业局2024年度部门决算
      第一部分 样本市东岸区林业局概况
      一、主要职责
      组织开展植树造林和森林防火工作，编制年度计划。
      二、机构设置
      内设办公室和造林科。
      """;

  @TempDir Path folder;
  private Archive archive;
  private IndexStore index;
  private final List<String> refusals = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

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

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve("files").resolve(name);
    Files.createDirectories(folder.resolve("files"));
    return Files.writeString(file, content);
  }

  private IndexingProgress run() throws IOException, InterruptedException {
    IndexingListener listener =
        new IndexingListener() {
          @Override
          public void fileRefused(String file, String reason, String message) {
            refusals.add(file + " " + reason);
          }

          @Override
          public void metadataIgnored(String file, String message) {
            ignored.add(message.replaceFirst(":.*", ""));
          }

          @Override
          public void documentIndexed(String file, String documentId, boolean replaced) {
            told.add((replaced ? "replaced " : "indexed ") + file);
          }
        };
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), spool)) {
      return new Indexer(archive, index, reader, Clock.systemUTC(), 2, spool)
          .run(SourceFileLister.list(List.of(folder.resolve("files"))), listener);
    }
  }

  private long hits(String query) throws IOException {
    try (SearchService search = new SearchService(LocalShards.ofSearchers(index.readers()))) {
      return search.search(SearchRequest.of(query, SearchScope.SECTIONS)).total();
    }
  }

  @Test
  void a_folder_is_found_by_its_words_and_what_cannot_be_read_is_told() throws Exception {
    file("a.txt", TEXT);
    file("empty.pdf", "");
    IndexingProgress end = run();
    assertThat(end.newCount()).isEqualTo(1);
    assertThat(end.refusedCount()).isEqualTo(1);
    assertThat(refusals).containsExactly("empty.pdf EMPTY");
    assertThat(hits("\"植树造林\"")).isEqualTo(1);
  }

  @Test
  void what_has_not_changed_is_not_read_again_also_when_only_its_time_has() throws Exception {
    Path file = file("a.txt", TEXT);
    run();
    assertThat(run().unchangedCount()).isEqualTo(1);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThat(run().unchangedCount()).isEqualTo(1);
  }

  @Test
  void a_changed_file_takes_the_place_of_the_old_one() throws Exception {
    file("a.txt", TEXT);
    run();
    file("a.txt", TEXT.replace("森林防火", "湿地保护"));
    IndexingProgress end = run();
    assertThat(end.replacedCount()).isEqualTo(1);
    assertThat(hits("\"森林防火\"")).isZero();
    assertThat(hits("\"湿地保护\"")).isEqualTo(1);
    assertThat(archive.versions(archive.documentIds("", Integer.MAX_VALUE).getFirst())).hasSize(2);
  }

  @Test
  void a_file_of_another_agency_at_the_same_path_is_another_document() throws Exception {
    file("a.txt", TEXT);
    run();
    String first = archive.documentIds("", 9).getFirst();
    file("a.txt", TEXT.replace("林业局", "水务局"));
    assertThat(run().newCount()).isEqualTo(1);
    assertThat(told).containsExactly("indexed a.txt", "indexed a.txt");
    assertThat(archive.documentIds("", 9)).hasSize(2).contains(first);
    assertThat(archive.versions(first)).hasSize(1);
    assertThat(archive.latest(first).orElseThrow().disclosure().metadata().agency())
        .contains("林业局");
    assertThat(hits("\"林业局概况\"")).isEqualTo(1);
    assertThat(hits("\"水务局概况\"")).isEqualTo(1);
    file("a.txt", TEXT);
    run();
    assertThat(archive.versions(first)).as("its content is known").hasSize(1);
  }

  @Test
  void metadata_beside_a_file_are_part_of_what_makes_it_changed() throws Exception {
    file("a.txt", "一、主要职责\n组织开展植树造林和森林防火工作。\n");
    file("b.txt", TEXT);
    run();
    String id =
        archive.documentIds("", 9).stream().filter(i -> agency(i) == null).findFirst().get();
    for (String[] step :
        List.of(
            new String[] {"a.txt.yaml", "agency: 样本市林业局", "样本市林业局"},
            new String[] {"a.txt.yaml", "agency: 样本市水务局", "样本市水务局"},
            new String[] {"_metadata.yaml", "defaults: {agency: 样本市财政局}", "样本市水务局"},
            new String[] {"a.txt.yaml", "", "样本市财政局"},
            new String[] {"_metadata.yaml", "", null})) {
      file(step[0], step[1]);
      run();
      assertThat(agency(id)).as(step[0] + " " + step[1]).isEqualTo(step[2]);
      assertThat(run().unchangedCount()).as("once").isEqualTo(2);
    }
    assertThat(archive.versions(id)).hasSize(1);
    assertThat(archive.documentIds("", 9)).hasSize(2);
    assertThat(ignored).isEmpty();
  }

  private @Nullable String agency(String id) {
    return archive.latest(id).orElseThrow().disclosure().metadata().agency();
  }

  @Test
  void metadata_that_cannot_be_read_are_told_in_every_run_once_for_a_folder() throws Exception {
    file("a.txt", TEXT);
    file("b.txt", TEXT.replace("林业局", "水务局"));
    run();
    Path shared = file("_metadata.yaml", "defaults: [");
    run();
    assertThat(ignored).containsExactly("_metadata.yaml is not valid YAML");
    run();
    assertThat(ignored).hasSize(2);
    Files.delete(shared);
    file("a.txt.yaml", "colour: red");
    run();
    assertThat(ignored).hasSize(3).last().asString().startsWith("a.txt.yaml");
  }

  @Test
  void the_same_content_under_another_name_is_kept_once() throws Exception {
    file("a.txt", TEXT);
    file("b.txt", TEXT);
    assertThat(run().duplicateCount()).isEqualTo(1);
    assertThat(archive.documentIds("", Integer.MAX_VALUE)).hasSize(1);
  }

  @Test
  void a_member_of_an_archive_is_kept_as_a_file_of_its_own() throws Exception {
    Path bundle = file("bundle.zip", "");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
      zip.putNextEntry(new ZipEntry("inner/a.txt"));
      zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    run();
    DocumentVersion version =
        archive.versions(archive.documentIds("", Integer.MAX_VALUE).getFirst()).getFirst();
    assertThat(archive.findOriginal(version))
        .hasValueSatisfying(
            original -> {
              assertThat(original.isContainer()).isFalse();
              assertThat(original.file()).hasContent(TEXT);
            });
    assertThat(folder.resolve("data/spool")).isEmptyDirectory();
    assertThat(archive.check()).isEmpty();
  }

  @Test
  void a_lost_index_is_made_again_from_the_archive_without_the_files() throws Exception {
    Path file = file("a.txt", TEXT);
    run();
    index.close();
    Files.delete(file);
    index = IndexStore.open(folder.resolve("data/other"));
    assertThat(new Reconciler(archive, index).run()).isEqualTo(1);
    assertThat(hits("\"植树造林\"")).isEqualTo(1);
    assertThat(new Reconciler(archive, index).run()).isZero();
  }

  @Test
  void an_index_of_another_schema_is_made_again_from_the_archive_by_itself() throws Exception {
    file("a.txt", TEXT);
    run();
    index.close();
    try (Directory directory = FSDirectory.open(folder.resolve("data/lucene"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of(IndexSchema.VERSION_KEY, "another").entrySet());
      writer.commit();
    }
    index = IndexStore.open(folder.resolve("data/lucene"));
    assertThat(index.wasEmptied()).isTrue();
    assertThat(new Reconciler(archive, index).run()).isEqualTo(1);
    assertThat(hits("\"植树造林\"")).isEqualTo(1);
    index.close();
    index = IndexStore.open(folder.resolve("data/lucene"));
    assertThat(index.wasEmptied()).isFalse();
  }

  @Test
  void every_link_given_out_resolves_after_the_document_is_read_differently() throws Exception {
    file("a.txt", TEXT);
    run();
    String id = archive.documentIds("", Integer.MAX_VALUE).getFirst();
    List<String> links = archive.latest(id).orElseThrow().sectionIds();
    assertThat(links).isNotEmpty();
    file("a.txt", TEXT.replace("一、主要职责", "一、部门职能").replace("第一部分", "第二部分"));
    run();
    assertThat(links).allSatisfy(link -> assertThat(archive.resolve(id, link)).isPresent());
  }
}
