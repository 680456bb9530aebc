package org.mingzhang.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.mingzhang.indexing.DocumentReader;
import org.mingzhang.indexing.MemberSpool;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/**
 * Small files that are sent: a line {@code AGENCY REVISION} is a document of that agency; several
 * are an archive of as many members, which the reader leaves in the spool. All have one name.
 */
final class SentFiles implements DocumentReader {
  static final String NAME = "2024年度部门决算.txt";

  private final MemberSpool spool;

  SentFiles(MemberSpool spool) {
    this.spool = spool;
  }

  static byte[] content(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Words found in nothing but this revision. */
  static String words(String agency, long revision) {
    return "编号甲" + agency + "版" + revision + "乙";
  }

  @Override
  public List<Result> read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    String name = file.getFileName().toString();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean member = lines.size() > 1;
      byte[] own = member ? content(lines.get(i)) : content;
      if (member) {
        Path unpacked = Files.createTempFile("member", "");
        Files.write(unpacked, own);
        spool.add(unpacked, sha256(own));
        Files.delete(unpacked);
      }
      results.add(new SuccessfulReading(disclosure(member ? name + "!/" + i + ".txt" : name, own)));
    }
    return results;
  }

  private static Disclosure disclosure(String file, byte[] content) {
    String[] words = new String(content, StandardCharsets.UTF_8).strip().split(" ", 2);
    String agency = "样本第" + words[0] + "局";
    return new Disclosure(
        new SourceDocument(file, sha256(content), "text/plain", content.length, 1, null),
        new DocumentMetadata(
            agency + "2024年度部门决算",
            false,
            agency,
            null,
            2024,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        List.of(
            section("1", "概况", words(words[0], Long.parseLong(words[1]))),
            section("2", "职责", "组织编制年度计划，指导各街道开展工作，完成上级交办的其他任务，并对执行情况进行监督检查。")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
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
