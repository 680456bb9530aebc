package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.text.TsvResource;

/** Every English sentence of records and ledger has a Chinese translation. */
class SentenceTranslationsTest {
  /** What is handed to {@code warn} or {@code warnings.add}, up to the end of the statement. */
  private static final Pattern WARNING =
      Pattern.compile("(?s)(?:(?<!LOG)\\.warn|warnings\\.add)\\((.*?)\\);");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?s)(?:\\.(?:refuse|addRefusal)\\(|reason =|refuseAsGone\\(|RunPausedException\\()(.*?);");

  /** The message of a refusal, up to the end of the statement or the exception that caused it. */
  private static final Pattern NOT_KEPT =
      Pattern.compile(
          "(?s)(?:new (?:FileRefusedException|Administration\\.ActionRefusedException"
              + "|ActionRefusedException|NotStoredException)\\([^,;()]+,|new WorkerFailure\\([^,;]+,"
              + "|createNotReplaceableException\\(|RefusedFile\\([\\w.()]+, \"\\w+\",)"
              + "(.*?)(?:\\);|, (?:e|failure|cause|null)\\))");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hidden sheets were left out.|隐藏的工作表未收录。",
        "only 200 of 300 pages were read|共 300 页，只解析了 200 页。",
        "no text layer on page 1, 3–5: install Tesseract with chi_sim|第 1, 3–5 页是图片，没有文字层；安装"
            + " Tesseract（chi_sim）后可以识别。",
        "the document is printed 2 times in this file|本文件把同一内容重复了 2 遍。",
        "The cells below the header “指标 目标…” fit its columns in no way that can be believed; they"
            + " were left as text.|表头“指标 目标…”以下的内容与各栏不能对应，按文字收录。",
        "metadata.yaml is not UTF-8|metadata.yaml is not UTF-8",
      })
  void a_sentence_has_its_chinese(String english, String chinese) {
    assertThat(SentenceTranslations.WARNINGS.translate(english)).isEqualTo(chinese);
  }

  @Test
  void every_example_of_a_reason_is_told_by_the_line_that_it_stands_in() {
    for (List<String> row : TsvResource.readRows(SentenceTranslations.class, "reasons.tsv", 3)) {
      String chinese = SentenceTranslations.REASONS.translate(row.get(2));
      String fixed = row.get(1).replaceAll("\\{\\d}.*", "");
      assertThat(chinese).as(row.get(2)).startsWith(fixed).matches("(?s).*\\p{IsHan}.*");
    }
    assertThat(SentenceTranslations.REASONS.translate("the column itself was not read: HTTP 404"))
        .isEqualTo("栏目本身未能读取：网页不存在（HTTP 404）");
  }

  /** Whatever an exchange can fail of. */
  @Test
  void every_reason_that_fetching_gives_has_its_chinese() throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/mingzhang/collect"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher refusal = REFUSAL.matcher(Files.readString(file));
        while (refusal.find()) {
          sentences.add(filled(refusal.group(1)));
        }
      }
    }
    sentences.removeIf(sentence -> sentence.length() < 8 || sentence.startsWith("7"));
    sentences.replaceAll(sentence -> sentence.replaceFirst("(?<=[a-z])7$", ""));
    assertThat(sentences).hasSizeGreaterThan(8);
    for (FetchException.Reason reason : FetchException.Reason.values()) {
      if (reason != FetchException.Reason.PRIVATE_ADDRESS
          && reason != FetchException.Reason.UNKNOWN_HOST
          && reason != FetchException.Reason.UNREACHABLE
          && reason != FetchException.Reason.TOO_LARGE) {
        sentences.add(reason + ": what is wrong");
      }
    }
    assertAllTranslated(sentences);
  }

  private static void assertAllTranslated(Collection<String> sentences) {
    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(SentenceTranslations.REASONS.translate(sentence))
                    .as(sentence)
                    .matches("(?s).*\\p{IsHan}.*"));
  }

  /** What an administrator reads about a file that was not kept, or an action that was refused. */
  @Test
  void every_reason_that_storing_and_administration_give_has_its_chinese() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String folder : List.of("extract", "archive", "indexing", "cli", "web/admin")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/mingzhang", folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher refusal = NOT_KEPT.matcher(Files.readString(file));
          while (refusal.find()) {
            sentences.add(filled(refusal.group(1).replaceFirst("^[^\"]*?\\+ ", "\"7\" + ")));
          }
        }
      }
    }
    sentences.removeIf(sentence -> sentence.length() < 8);
    assertThat(sentences).hasSizeGreaterThan(40);
    assertAllTranslated(sentences);
  }

  /** Numbers and names stand in for what a sentence is filled with. */
  @Test
  void every_warning_that_reading_writes_has_its_chinese() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (String folder : List.of("extract", "structure", "indexing")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/mingzhang", folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher warning = WARNING.matcher(Files.readString(file));
          while (warning.find()) {
            sentences.add(filled(warning.group(1)));
          }
        }
      }
    }
    sentences.removeIf(sentence -> sentence.length() < 8);
    sentences.replaceAll(sentence -> sentence.replaceFirst("^7 could", "the outline could"));
    assertThat(sentences).hasSizeGreaterThan(15);
    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(SentenceTranslations.WARNINGS.translate(sentence))
                    .as(sentence)
                    .matches("(?s).*\\p{IsHan}.*"));
  }

  /** The literals of an expression with a 7 for each value between them. */
  private static String filled(String expression) {
    StringBuilder sentence = new StringBuilder();
    Matcher literal = LITERAL.matcher(expression);
    int end = 0;
    while (literal.find()) {
      String between = expression.substring(end, literal.start()).replaceAll("[\\s+]", "");
      sentence.append(between.isEmpty() ? "" : "7").append(literal.group(1));
      end = literal.end();
    }
    String after = expression.substring(end).replaceAll("[\\s+)]", "");
    boolean formatted = after.startsWith(".formatted");
    sentence.append(end == 0 || after.isEmpty() || formatted ? "" : "7");
    return sentence.toString().replaceAll("%[ds]", "7");
  }
}
