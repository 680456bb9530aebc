package org.mingzhang.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.DocumentRemoval;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.archive.VersionFilter;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.Indexer;
import org.mingzhang.indexing.IndexingListener;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.search.SearchService;

/**
 * A small data folder with versions, removals and moved links, of which damaged copies are made.
 */
final class DamagedData {
  private static final int DOCUMENTS = 9;

  private final Path folder;
  private final Path whole;
  private final List<String> permalinks = new ArrayList<>();
  private int copies;

  DamagedData(Path folder) {
    this.folder = folder;
    this.whole = folder.resolve("whole");
  }

  static Terminal quietTerminal() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Terminal(nowhere, nowhere, false);
  }

  /** Documents that are shown. */
  int documents() {
    return DOCUMENTS - 1;
  }

  List<String> permalinks() {
    return permalinks;
  }

  void fill() throws Exception {
    DataFolder data = DataFolder.of(whole);
    try (IndexedArchive instance = IndexedArchive.openUnreconciled(data, 1, reader())) {
      index(instance, data, 0, DOCUMENTS);
      index(instance, data, 1, 4);
      index(instance, data, 2, 2);
      Archive archive = instance.archive();
      List<String> ids = archive.documentIds("", Integer.MAX_VALUE);
      remove(instance, ids.getLast(), "含有个人信息");
      archive.removals().remove(new DocumentRemoval(ids.getFirst(), Instant.EPOCH, "误"));
      archive.removals().restore(ids.getFirst());
      int unused = new Reconciler(archive, instance.index()).run();
      for (String id : ids) {
        permalinks.add("/d/" + id);
        for (DocumentVersion version : archive.versions(id)) {
          archive
              .findVersion(id, version.sha256())
              .ifPresent(d -> d.sectionIds().forEach(s -> permalinks.add("/d/" + id + "/" + s)));
        }
      }
    }
    Files.writeString(whole.resolve("access.log"), "127.0.0.1\n");
  }

  private static void remove(IndexedArchive instance, String id, String reason) throws IOException {
    instance
        .archive()
        .removals()
        .remove(new DocumentRemoval(id, Instant.parse("2026-01-02T03:04:05Z"), reason));
    int unused = new Reconciler(instance.archive(), instance.index()).run();
  }

  private void index(IndexedArchive instance, DataFolder data, int revision, int count)
      throws Exception {
    Path sources = Files.createDirectories(folder.resolve("files"));
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Path file = sources.resolve("样本" + number + ".txt");
      files.add(Files.writeString(file, number + "\n" + revision + "\n"));
    }
    new Indexer(
            instance.archive(),
            instance.index(),
            reader(),
            Clock.systemUTC(),
            1,
            new MemberSpool(data.spool()))
        .run(files, IndexingListener.NONE);
  }

  /** A new copy to damage; the previous copy is deleted. */
  DataFolder copy() throws IOException {
    delete(folder.resolve("copy" + copies));
    copies++;
    Path copy = folder.resolve("copy" + copies);
    try (Stream<Path> walk = Files.walk(whole)) {
      for (Path path : walk.toList()) {
        Path target = copy.resolve(whole.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return DataFolder.of(copy);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The part of the data folder that was damaged. */
  static String kind(String damage) {
    for (String part : List.of("ledger.db", "journal.log", "/objects/", "/records/", "lucene")) {
      if (damage.contains(part)) {
        return part.replace("/", "");
      }
    }
    return "other";
  }

  /** Damages one file at one offset; returns a description. */
  String damage(Path data, Random random) throws IOException {
    Path file = file(data, random);
    long size = Files.size(file);
    String name = "/" + data.relativize(file);
    int way = random.nextInt(7);
    if (way == 0 || size == 0) {
      Files.delete(file);
      return name + " deleted";
    }
    if (way == 1) {
      byte[] garbage = new byte[1 + random.nextInt(64)];
      random.nextBytes(garbage);
      Files.write(file, garbage, StandardOpenOption.APPEND);
      return name + " " + garbage.length + " bytes appended";
    }
    long at = random.nextLong(size);
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
      if (way == 2) {
        content.setLength(at);
        return name + " cut at " + at + " of " + size;
      }
      content.seek(at);
      if (way == 3) {
        int before = content.read();
        content.seek(at);
        content.write(before ^ (1 << random.nextInt(8)));
        return name + " one bit at " + at + " of " + size;
      }
      byte[] bytes = new byte[(int) Math.min(size - at, 1 + random.nextInt(way == 4 ? 4096 : 32))];
      if (way != 4) {
        random.nextBytes(bytes);
      }
      content.write(bytes);
      return name + " " + bytes.length + " bytes at " + at + " of " + size;
    }
  }

  /** A random file; all parts of the folder are equally likely. */
  private static Path file(Path data, Random random) throws IOException {
    List<String> parts =
        List.of("archive/ledger.db", "archive/records", "archive/objects", "lucene", "");
    Path part = data.resolve(parts.get(random.nextInt(parts.size())));
    try (Stream<Path> walk = Files.walk(part)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(f -> !f.getFileName().toString().endsWith("lock"))
              .filter(f -> !f.toString().contains("/native/")) // mapped by this very process
              .sorted()
              .toList();
      return files.get(random.nextInt(files.size()));
    }
  }

  /** Documents with unique words, by which they are found. */
  long found(SearchService search) {
    return search.search(SearchRequest.of("", SearchScope.DOCUMENTS)).total();
  }

  /** The complete content of the archive as text. */
  Map<String, String> told(Archive archive) {
    Map<String, String> told = new TreeMap<>();
    told.put("shown", archive.documentIds("", Integer.MAX_VALUE).toString());
    told.put("changes", archive.versionLog().latest(VersionFilter.ALL, 1000).toString());
    told.put("removals", archive.removals().all().toString());
    for (String link : permalinks) {
      String[] parts = link.split("/", -1);
      String id = parts[2];
      told.put(
          link,
          parts.length == 4
              ? archive.resolve(id, parts[3]).toString()
              : archive.versions(id) + " " + archive.latest(id));
    }
    return told;
  }

  /** Reads the files of this class. */
  DocumentReader reader() {
    return file -> {
      byte[] content = Files.readAllBytes(file);
      List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
      String number = lines.get(0);
      String revision = lines.get(1);
      return List.of(
          new DocumentReader.SuccessfulReading(
              new Disclosure(
                  new SourceDocument(
                      "样本" + number + ".txt",
                      sha256(content),
                      "text/plain",
                      content.length,
                      1,
                      null),
                  new DocumentMetadata(
                      "样本" + number, false, null, null, null, null, null, List.of()),
                  List.of(
                      section("1", "概况", "编号甲" + number + "版" + revision + "乙"),
                      section("2", "情况" + revision, "编号丙" + number + "版" + revision + "丁"),
                      section("3", "说明", "各项收入支出按照预算执行，编制年度计划。".repeat(20))),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of())));
    };
  }

  private static Section section(String path, String title, String text) {
    return new Section(
        path, "", title, 1, Topic.OTHER, 1, false, false, List.of(new Section.Paragraph(1, text)));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
