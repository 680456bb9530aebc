package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.extract.ExtractionLimits;

/** What another process stores is found in the end, whatever happens while it is indexed. */
class StoredByOthersTest {
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

  private void read(DocumentIndex target, String duty) throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("files/决算.txt"),
            "样本市东岸区林业局2024年度部门决算\n一、职责\n" + duty + "。\n二、机构\n内设办公室。\n");
    MemberSpool spool = new MemberSpool(folder.resolve("data/spool"));
    try (InProcessDocumentReader reader =
        new InProcessDocumentReader(ExtractionLimits.standard(), spool)) {
      new Indexer(archive, target, reader, Clock.systemUTC(), 1, spool)
          .run(List.of(file), true, IndexingListener.NONE);
    }
  }

  private void storeByOther(String duty) throws IOException, InterruptedException {
    read(new NullDocumentIndex(), duty);
  }

  /** The index, before whose first commit another process stores a version. */
  private DocumentIndex disturbedIndex(String duty) {
    AtomicBoolean stored = new AtomicBoolean();
    return (DocumentIndex)
        Proxy.newProxyInstance(
            DocumentIndex.class.getClassLoader(),
            new Class<?>[] {DocumentIndex.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit") && !stored.getAndSet(true)) {
                storeByOther(duty);
              }
              try {
                return method.invoke(index, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private List<String> unindexed() {
    return archive.indexingState().unindexedDocumentIds("", Integer.MAX_VALUE);
  }

  private String id() {
    return archive.documentIds("", Integer.MAX_VALUE).getFirst();
  }

  private Path record() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data/archive/records"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  private boolean isIndexed() throws IOException {
    index.refreshBlocking();
    return !index.readDocument(id()).isEmpty();
  }

  @Test
  void a_version_stored_while_a_file_is_indexed_is_not_taken_for_indexed() throws Exception {
    read(disturbedIndex("组织湿地保护"), "组织植树造林");
    assertThat(archive.versions(id())).hasSize(2);
    assertThat(unindexed()).containsExactly(id());
    assertThat(new Reconciler(archive, index).run()).isEqualTo(1);
    assertThat(unindexed()).isEmpty();
  }

  @Test
  void the_same_version_stored_again_while_a_file_is_indexed_is_not_taken_for_indexed()
      throws Exception {
    read(disturbedIndex("组织植树造林"), "组织植树造林");
    assertThat(archive.versions(id())).hasSize(1);
    assertThat(unindexed()).containsExactly(id());
    assertThat(new Reconciler(archive, index).run()).isEqualTo(1);
    assertThat(unindexed()).isEmpty();
  }

  @Test
  void the_same_version_stored_again_while_the_index_is_brought_up_to_date_is_not_either()
      throws Exception {
    storeByOther("组织植树造林");
    new Reconciler(archive, disturbedIndex("组织植树造林")).run();
    assertThat(archive.versions(id())).hasSize(1);
    assertThat(unindexed()).containsExactly(id());
    assertThat(new Reconciler(archive, index).indexStoredByOtherProcesses()).isEqualTo(1);
    assertThat(unindexed()).isEmpty();
  }

  @Test
  void a_version_stored_while_the_index_is_brought_up_to_date_is_not_taken_for_indexed()
      throws Exception {
    storeByOther("组织植树造林");
    new Reconciler(archive, disturbedIndex("组织湿地保护")).run();
    assertThat(archive.versions(id())).hasSize(2);
    assertThat(unindexed()).containsExactly(id());
  }

  @Test
  void a_document_whose_record_cannot_be_reached_is_indexed_when_it_can() throws Exception {
    storeByOther("组织植树造林");
    Path record = record();
    Path kept = Files.move(record, folder.resolve("kept"));
    Files.createSymbolicLink(record, record);
    Reconciler reconciler = new Reconciler(archive, index);
    assertThatThrownBy(reconciler::indexStoredByOtherProcesses)
        .isExactlyInstanceOf(ArchiveException.class)
        .hasMessageContaining("cannot be read");
    assertThat(unindexed()).containsExactly(id());
    Files.delete(record);
    Files.move(kept, record);
    assertThat(reconciler.indexStoredByOtherProcesses()).isEqualTo(1);
    assertThat(isIndexed()).isTrue();
    assertThat(unindexed()).isEmpty();
  }

  @Test
  void a_document_whose_record_is_damaged_is_not_taken_for_indexed() throws Exception {
    storeByOther("组织植树造林");
    Path record = record();
    byte[] whole = Files.readAllBytes(record);
    Files.write(record, new byte[100]);
    assertThat(new Reconciler(archive, index).indexStoredByOtherProcesses()).isEqualTo(1);
    assertThat(new Reconciler(archive, index).indexStoredByOtherProcesses())
        .as("tried once")
        .isZero();
    assertThat(unindexed()).containsExactly(id());
    Files.write(record, whole);
    assertThat(new Reconciler(archive, index).run()).isEqualTo(1);
    assertThat(isIndexed()).isTrue();
  }
}
