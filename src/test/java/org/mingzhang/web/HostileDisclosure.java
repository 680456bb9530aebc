package org.mingzhang.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.NewVersions;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Sha256;

/** A document with text that tries to break pages, in every field that has text. */
final class HostileDisclosure {
  /** Words that a page, a script, an attribute, an address or a spreadsheet might run. */
  static final List<String> WORDS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "</script><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "</textarea><iframe src=javascript:alert(1)>",
          "javascript:alert(1)",
          "\" onmouseover=\"alert(1)",
          "' autofocus onfocus='alert(1)",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<style>*{background:url(//evil.example)}</style>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content=0;url=//evil.example>",
          "[[${7*7}]] ${7*7} #{7*7} __${7*7}__",
          "]]><x/>&evil;<!--",
          "\u2028alert(1)\u2029\u202e",
          "=cmd|' /C calc'!A0",
          "+1+HYPERLINK(\"http://evil.example\")",
          "@SUM(1+1)",
          "\t=1+1");

  private static final String ALL = String.join(" ", WORDS);

  private HostileDisclosure() {}

  /** Stores documents whose words all begin with one of {@link #WORDS} and hold all of them. */
  static List<ArchivedDisclosure> store(Archive archive, Path folder) throws IOException {
    Path original = Files.writeString(folder.resolve("hostile.html"), ALL);
    return List.of(
        store(archive, original, 2023, WORDS.getFirst() + ALL),
        store(archive, original, 2024, "=1+1 " + ALL));
  }

  private static ArchivedDisclosure store(Archive archive, Path original, int year, String words)
      throws IOException {
    return archive.store(
        NewVersions.of(
            "/hostile" + year,
            "hostile-" + year,
            List.of("a", "b"),
            disclosure(Sha256.hash(original), year, words),
            original,
            null,
            "javascript:alert(1)//" + words,
            1,
            Instant.EPOCH));
  }

  private static Disclosure disclosure(String sha256, int year, String x) {
    TableBlock grid =
        new TableBlock(
            1,
            2,
            2,
            List.of(
                new TableBlock.Cell(0, 0, 1, 1, x),
                new TableBlock.Cell(0, 1, 1, 1, x),
                new TableBlock.Cell(1, 0, 1, 1, x),
                new TableBlock.Cell(1, 1, 1, 1, "1.00")));
    return new Disclosure(
        new SourceDocument("../../" + x + ".html", sha256, "text/html", 10, 3, null),
        new DocumentMetadata(
            x,
            false,
            x,
            new Region("990101", List.of("示例省", x)),
            year,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            AgencyType.MASS_ORGANIZATION,
            List.of(new Evidence("agency", x, x, 1))),
        List.of(
            new Section("1", x, x, 1, Topic.OVERVIEW, 1, false, false, List.of(text(x))),
            new Section(
                "2",
                "二、",
                x,
                1,
                Topic.TOTALS,
                2,
                false,
                false,
                List.of(text(x), new Section.TablePart(2, 0, grid)))),
        List.of(
            new TableData("2", x, x, 2, List.of(x, x), List.of(List.of(x, "1.00")), List.of(2))),
        List.of(
            new Indicator("2", x, x, x, x, x, x, x, x, x, x, x, Indicator.TargetResult.UNKNOWN, 2)),
        List.of(new Figure("2", x, x, x, "1.00", "万元", year, x, 2, true)),
        List.of(
            new Finding(
                "hostile",
                Finding.Kind.SUM,
                Finding.Severity.PROOF,
                "2",
                2,
                x,
                x,
                x,
                x,
                x,
                x,
                x,
                new Finding.QuoteLocation("1", 1, x),
                null)),
        List.of(x));
  }

  private static Section.Part text(String words) {
    return new Section.Paragraph(1, words);
  }
}
