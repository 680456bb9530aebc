package org.mingzhang.archive;

import java.util.List;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/** Small invented disclosures for tests of the archive. */
final class Disclosures {
  private Disclosures() {}

  static Disclosure of(String sha256, int year, Section... sections) {
    return new Disclosure(
        new SourceDocument("样本.txt", sha256, "text/plain", 10, 1, null),
        new DocumentMetadata(
            "样本市样本局" + year + "年度部门决算",
            false,
            "样本市样本局",
            null,
            year,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        List.of(sections),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Section section(String path, String title, String text) {
    int level = (int) path.chars().filter(c -> c == '.').count() + 1;
    return new Section(
        path,
        "",
        title,
        level,
        Topic.OTHER,
        1,
        false,
        false,
        text.isEmpty() ? List.of() : List.of(new Section.Paragraph(1, text)));
  }
}
