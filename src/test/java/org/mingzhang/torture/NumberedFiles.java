package org.mingzhang.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/**
 * Small files of which each says its number and its revision in two sections, so that a document
 * that is lost, half or of two revisions is seen; and a reader of them that starts at once.
 */
final class NumberedFiles implements DocumentReader {
  private final Path folder;

  NumberedFiles(Path folder) {
    this.folder = folder;
  }

  static String name(int number) {
    return "样本" + number + ".txt";
  }

  /** Words of the first half of a file, found nowhere else. */
  static String first(int number, long revision) {
    return "编号甲" + number + "版" + revision + "乙";
  }

  /** Words of the second half. */
  static String second(int number, long revision) {
    return "编号丙" + number + "版" + revision + "丁";
  }

  /** Writes a file in place of what it was, whole at any moment. */
  Path write(int number, long revision) throws IOException {
    Files.createDirectories(folder);
    Path beside = folder.resolve("." + number);
    Files.writeString(beside, number + "\n" + revision + "\n");
    return Files.move(
        beside,
        folder.resolve(name(number)),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    int number = Integer.parseInt(lines.get(0));
    long revision = Long.parseLong(lines.get(1));
    DocumentMetadata about =
        new DocumentMetadata("样本" + number, false, null, null, null, null, null, List.of());
    return List.of(
        new SuccessfulReading(
            new Disclosure(
                new SourceDocument(
                    name(number), sha256(content), "text/plain", content.length, 1, null),
                about,
                List.of(
                    section("1", "概况", first(number, revision)),
                    section("2", "情况" + revision % 3, second(number, revision))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
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
