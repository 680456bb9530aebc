package org.mingzhang.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.PermalinkTarget;
import org.mingzhang.model.SearchScope;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;
import org.mingzhang.shard.LocalShards;

/**
 * Opens data directories of earlier versions of the program, with every schema of ledger, record
 * and index.
 */
class SchemaUpgradeTest {
  /** The tables of all versions of the ledger. */
  private static final List<String> FIRST =
      List.of(
          "CREATE TABLE document (id TEXT PRIMARY KEY, identity TEXT NOT NULL)",
          "CREATE INDEX document_identity ON document(identity)",
          "CREATE TABLE section (document TEXT NOT NULL, slug TEXT NOT NULL, version INTEGER NOT"
              + " NULL, path TEXT NOT NULL, target TEXT, PRIMARY KEY (document, slug))",
          "CREATE TABLE source (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified INTEGER NOT"
              + " NULL, sha256 TEXT NOT NULL, parser INTEGER NOT NULL)",
          "CREATE TABLE member (source TEXT NOT NULL, name TEXT NOT NULL, document TEXT, reason"
              + " TEXT, message TEXT, PRIMARY KEY (source, name))");

  private static String versions(boolean indexed) {
    return "CREATE TABLE version (document TEXT NOT NULL, number INTEGER NOT NULL, sha256 TEXT NOT"
        + " NULL, container TEXT NOT NULL, first_seen TEXT NOT NULL, source TEXT NOT NULL, url"
        + " TEXT, parser INTEGER NOT NULL"
        + (indexed ? ", indexed INTEGER NOT NULL" : "")
        + ", PRIMARY KEY (document, number))";
  }

  private static final String REMOVAL =
      "CREATE TABLE removal (document TEXT PRIMARY KEY, removed TEXT NOT NULL, reason TEXT NOT"
          + " NULL)";

  @TempDir Path folder;

  /**
   * The ledgers there were.
   *
   * @param ledger {@code 1} the first; {@code 1i} the same number, with what is indexed; {@code 2}
   *     with removals
   * @param index version of the index's schema; 0 for an index that does not say
   */
  @ParameterizedTest(name = "ledger {0}, index {1}")
  @CsvSource({"1,0", "1,1", "1i,1", "1i,2", "2,2", "2,3", "2,4", "2,5"})
  void a_data_folder_of_an_earlier_program_is_carried_forward(String ledger, int index)
      throws Exception {
    writeArchive(ledger);
    writeIndex(index);
    Path data = folder.resolve("data");
    try (Archive archive = Archive.open(data.resolve("archive"));
        IndexStore store = IndexStore.open(data.resolve("lucene"))) {
      int unused = new Reconciler(archive, store).run();
      assertCarried(archive, ledger.equals("2"));
      try (SearchService search = new SearchService(LocalShards.ofSearchers(store.readers()))) {
        assertThat(search.search(SearchRequest.of("\"接待批次\"", SearchScope.SECTIONS)).total())
            .isEqualTo(1);
        assertThat(search.search(SearchRequest.of("\"旧的职责\"", SearchScope.SECTIONS)).total())
            .isZero();
        assertThat(search.search(SearchRequest.of("", SearchScope.DOCUMENTS)).total())
            .isEqualTo(ledger.equals("2") ? 1 : 2);
      }
      archive.removals().remove(new DocumentRemoval("doc-a", Instant.EPOCH, "—"));
      archive.removals().restore("doc-a");
      assertThat(new Reconciler(archive, store).run()).as("nothing left to do").isZero();
    }
    for (String part : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
      Files.deleteIfExists(data.resolve("archive").resolve(part));
    }
    try (Archive archive = Archive.open(data.resolve("archive"))) {
      assertCarried(archive, ledger.equals("2"));
      assertThat(archive.unrestoredParts()).as("a ledger thrown away afterwards").isEmpty();
    }
  }

  private static void assertCarried(Archive archive, boolean removals) throws IOException {
    assertThat(archive.versions("doc-a")).hasSize(2);
    assertThat(archive.versions("doc-a").getLast().url()).isEqualTo("https://example.gov.cn/a");
    assertThat(archive.latest("doc-a").orElseThrow().disclosure().sections()).hasSize(2);
    assertThat(archive.resolve("doc-a", "zz-1"))
        .contains(new PermalinkTarget.Unmoved("doc-a", "zz-1"));
    assertThat(archive.resolve("doc-a", "old-1"))
        .contains(new PermalinkTarget.UnderOtherLink("doc-a", "zz-1"));
    assertThat(archive.resolve("doc-a", "gone-1"))
        .containsInstanceOf(PermalinkTarget.InEarlierVersion.class);
    assertThat(archive.removals().all().stream().map(DocumentRemoval::reason).toList())
        .isEqualTo(removals ? List.of("误发") : List.of());
    assertThat(archive.check()).isEmpty();
  }

  private void writeArchive(String ledger) throws IOException, SQLException {
    Path archive = folder.resolve("data/archive");
    String first = object(archive, "一");
    String second = object(archive, "二");
    String other = object(archive, "三");
    record(
        archive,
        "doc-a",
        1,
        first,
        section("zz-1", "1", "职责", "旧的职责。"),
        section("gone-1", "2", "其他", "别的。"));
    record(
        archive,
        "doc-a",
        2,
        second,
        section("zz-1", "1", "职责", "新的职责。"),
        section("jd-1", "2", "接待", "接待批次三十。"));
    record(archive, "doc-b", 1, other, section("zz-1", "1", "职责", "照旧。"));
    boolean indexed = !ledger.equals("1");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + archive.resolve("ledger.db"));
        Statement statement = connection.createStatement()) {
      for (String table : FIRST) {
        statement.execute(table);
      }
      statement.execute(versions(indexed));
      statement.execute("CREATE INDEX version_sha256 ON version(sha256)");
      String mark = indexed ? ",1)" : ")";
      statement.execute("INSERT INTO document VALUES ('doc-a','/a.txt'),('doc-b','/b.txt')");
      String row =
          "INSERT INTO version VALUES ('%s',%d,'%s','%s','2026-01-0%dT00:00:00Z','%s',%s,1" + mark;
      statement.execute(row.formatted("doc-a", 1, first, first, 1, "/a.txt", "NULL"));
      statement.execute(
          row.formatted("doc-a", 2, second, second, 2, "/a.txt", "'https://example.gov.cn/a'"));
      statement.execute(row.formatted("doc-b", 1, other, other, 3, "/b.txt", "NULL"));
      statement.execute(
          "INSERT INTO section VALUES ('doc-a','zz-1',2,'1',NULL),('doc-a','jd-1',2,'2',NULL),"
              + "('doc-a','gone-1',1,'2',NULL),('doc-a','old-1',1,'9','zz-1'),"
              + "('doc-b','zz-1',1,'1',NULL)");
      if (ledger.equals("2")) {
        statement.execute(REMOVAL);
        statement.execute("INSERT INTO removal VALUES ('doc-b','2026-02-01T00:00:00Z','误发')");
      }
      statement.execute("PRAGMA user_version=" + ledger.charAt(0));
    }
  }

  private static String object(Path archive, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String sha256 = sha256(bytes);
    Path place = archive.resolve("objects").resolve(sha256.substring(0, 2)).resolve(sha256);
    Files.createDirectories(place.getParent());
    Files.write(place, bytes);
    return sha256;
  }

  /** A record of the first format, before tables had pages and documents had facts. */
  private static void record(Path archive, String id, int number, String sha256, String... sections)
      throws IOException {
    String name = sha256((id + "#" + number).getBytes(StandardCharsets.UTF_8));
    Path place = archive.resolve("records").resolve(name.substring(0, 2)).resolve(name);
    Files.createDirectories(place.getParent());
    String json =
        """
        {"format":1,"id":"%s","title":"样本","titleComposed":false,"agency":null,"region":null,\
        "year":2024,"category":null,"agencyType":null,"evidence":[],"source":{"file":"a.txt",\
        "sha256":"%s","mediaType":"text/plain","bytes":3,"pages":1},"sections":[%s],"tables":[],\
        "indicators":[],"figures":[],"findings":[],"warnings":[]}\
        """
            .formatted(id, sha256, String.join(",", sections));
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(place))) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String section(String slug, String path, String title, String text) {
    return """
    {"id":"%s","path":"%s","number":"","title":"%s","level":1,"topic":"其他","page":1,\
    "item":false,"runIn":false,"text":"%s","body":[{"page":1,"text":"%s"}]}\
    """
        .formatted(slug, path, title, text, text);
  }

  /** Rows in fields that the current version does not know. */
  private void writeIndex(int version) throws IOException {
    try (Directory directory = FSDirectory.open(folder.resolve("data/lucene"));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document row = new Document();
      row.add(new StringField("old", "row", Field.Store.YES));
      writer.addDocument(row);
      if (version > 0) {
        writer.setLiveCommitData(Map.of("mingzhang.schema", String.valueOf(version)).entrySet());
      }
      writer.commit();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
