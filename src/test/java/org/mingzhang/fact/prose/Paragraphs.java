package org.mingzhang.fact.prose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/** Paragraphs of invented agencies with their expected facts. */
final class Paragraphs {
  private static final Pattern FACT =
      Pattern.compile("(\\? )?(\\S+) (\\S+) (\\d{4}) (amount|change|rate|count|per-head) (\\S+)");
  private static final Pattern YEAR = Pattern.compile("20\\d\\d(?=年)");

  private Paragraphs() {}

  /**
   * An expected fact in the notation of the file.
   *
   * @param missed whether the program is known to miss it
   */
  record Expected(
      boolean missed, String name, String stage, int year, String kind, String printed) {}

  /**
   * A paragraph.
   *
   * @param numbersWithoutFact numbers that must give no fact
   */
  record Example(
      String title,
      String heading,
      String text,
      List<Expected> expected,
      List<String> numbersWithoutFact) {

    Disclosure disclosure(String words) {
      Matcher year = YEAR.matcher(title);
      Integer found = year.find() ? Integer.valueOf(year.group()) : null;
      List<Section.Part> body = new ArrayList<>();
      for (String line : words.lines().toList()) {
        body.add(new Section.Paragraph(1, line));
      }
      String bare = heading.replaceFirst("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", "");
      return new Disclosure(
          new SourceDocument("paragraph.txt", "0", "text/plain", 0, 1, null),
          new DocumentMetadata(
              title,
              false,
              title.replaceFirst("20\\d\\d年.*", ""),
              null,
              found,
              category(title),
              null,
              List.of()),
          List.of(new Section("1", "", bare, 1, Topic.OTHER, 1, false, false, body)),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  private static Category category(String title) {
    if (title.contains("自评") || title.contains("绩效")) {
      return title.contains("项目")
          ? Category.PROJECT_SELF_EVALUATION
          : Category.DEPARTMENT_SELF_EVALUATION;
    }
    if (title.matches(".*(?:政府采购|财务信息|民生支出).*")) {
      return Category.OTHER;
    }
    boolean result = title.matches(".*(?:决算|教育经费|债务情况).*");
    if (title.matches(".*(?:部门|单位).*")) {
      return result ? Category.DEPARTMENT_FINAL_ACCOUNTS : Category.DEPARTMENT_BUDGET;
    }
    return result ? Category.GOVERNMENT_FINAL_ACCOUNTS : Category.GOVERNMENT_BUDGET;
  }

  /** The paragraphs of a file. */
  static List<Example> read(String resource) throws IOException {
    List<Example> examples = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : lines(resource)) {
      if (line.startsWith("## ") && !block.isEmpty()) {
        examples.add(example(block));
        block.clear();
      }
      if (!line.startsWith("# ")) {
        block.add(line);
      }
    }
    examples.add(example(block));
    return examples;
  }

  private static Example example(List<String> block) {
    String[] head = block.getFirst().substring(3).split(" \\| ", -1);
    StringBuilder text = new StringBuilder();
    List<Expected> expected = new ArrayList<>();
    List<String> nots = new ArrayList<>();
    for (String line : block.subList(1, block.size())) {
      Matcher fact = FACT.matcher(line);
      if (line.startsWith("! ")) {
        nots.add(line.substring(2));
      } else if (fact.matches()) {
        expected.add(
            new Expected(
                fact.group(1) != null,
                fact.group(2),
                fact.group(3),
                Integer.parseInt(fact.group(4)),
                fact.group(5),
                fact.group(6)));
      } else {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return new Example(head[0], head[1], text.toString(), expected, nots);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Paragraphs.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
