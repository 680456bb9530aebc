package org.mingzhang.passes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * How often a document's text is gone over, and that a document of twice the length is not gone
 * over more often. Counts, so that they are the same on every machine.
 */
class PassesOverTextTest {
  /** Characters of the smaller document: several times what any step looks at around a place. */
  private static final int SIZE = 9_000;

  /** What is looked at once a document, and limits that are reached on the way. */
  private static final double MORE_THAN_TWICE = 2.2;

  /** Shared by the tests, since loading and counting the classes takes longer than a test. */
  private static final ClassLoader LOADER = new CountingLoader();

  private static boolean tablesFilled;

  /** What reading and checking a document took. */
  private record Work(long characters, TextWork.Count structure, TextWork.Count audit) {}

  private Work work(int parts) throws ReflectiveOperationException {
    Disclosure[] read = new Disclosure[1];
    Work work = work(document(parts), read);
    assertThat(read[0].sections()).hasSizeGreaterThan(parts);
    assertThat(read[0].figures()).hasSizeGreaterThan(2 * parts);
    return work;
  }

  private Work work(Extraction extraction, Disclosure[] understood)
      throws ReflectiveOperationException {
    Object reader = made("org.mingzhang.structure.DisclosureReader");
    Class<?> sidecar = LOADER.loadClass("org.mingzhang.structure.metadata.Sidecar");
    Method read = reader.getClass().getMethod("read", Extraction.class, sidecar);
    Object none = sidecar.getMethod("none").invoke(null);
    Object facts = made("org.mingzhang.fact.FactReader");
    Method withFacts = facts.getClass().getMethod("withFacts", Disclosure.class);
    Object auditor = made("org.mingzhang.audit.Auditor");
    Method audit = auditor.getClass().getMethod("audit", Disclosure.class);
    if (!tablesFilled) {
      // The first document fills tables that are kept.
      audit.invoke(auditor, withFacts.invoke(facts, read.invoke(reader, document(20), none)));
      tablesFilled = true;
    }
    TextWork.take();
    Disclosure disclosure =
        (Disclosure) withFacts.invoke(facts, read.invoke(reader, extraction, none));
    TextWork.Count structure = TextWork.take();
    audit.invoke(auditor, disclosure);
    TextWork.Count checks = TextWork.take();
    understood[0] = disclosure;
    return new Work(characters(extraction), structure, checks);
  }

  private Object made(String name) throws ReflectiveOperationException {
    return LOADER.loadClass(name).getConstructor().newInstance();
  }

  private static long characters(Extraction extraction) {
    long characters = 0;
    for (Block block : extraction.blocks()) {
      characters +=
          switch (block) {
            case TextBlock text -> text.text().length();
            case TableBlock table -> table.cells().stream().mapToLong(c -> c.text().length()).sum();
          };
    }
    return characters;
  }

  private static Extraction document(int parts) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TextBlock.line(1, "示例省样本市样例局2024年度部门决算"));
    blocks.add(TextBlock.line(1, "第一部分 部门概况"));
    blocks.add(TextBlock.line(1, "一、主要职责"));
    blocks.add(TextBlock.paragraph(1, "样例局负责全市样例工作的组织、指导和检查。"));
    blocks.add(TextBlock.line(2, "第二部分 2024年度部门决算情况说明"));
    for (int i = 1; i <= parts; i++) {
      int page = 2 + i;
      blocks.add(TextBlock.line(page, numeral(i) + "、第" + numeral(i) + "类支出决算情况说明"));
      blocks.add(
          TextBlock.paragraph(
              page,
              ("2024年度第%s类支出%d.50万元，其中：基本支出%d.30万元，占60.0%%；项目支出%d.20万元，占40.0%%。"
                      + "与2023年度相比增加%d.00万元，增长10.5%%，主要原因是人员增加。")
                  .formatted(numeral(i), 100 + i, 60 + i, 40, i)));
      blocks.add(table(page, i));
    }
    SourceDocument source =
        new SourceDocument("样例.txt", "0".repeat(64), "text/plain", 1, parts + 2, null);
    return new Extraction(source, blocks, Map.of(), List.of());
  }

  private static TableBlock table(int page, int part) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("科目编码", "科目名称", "合计", "基本支出", "项目支出"));
    for (int i = 0; i < 12; i++) {
      String code = String.valueOf(2010100 + 100 * part + i);
      rows.add(List.of(code, "样例事务" + numeral(i + 1), (30 + i) + ".00", "10.00", (20 + i) + ".00"));
    }
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < 5; c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, rows.get(r).get(c)));
      }
    }
    return new TableBlock(page, rows.size(), 5, cells);
  }

  private static String numeral(int number) {
    String digits = "零一二三四五六七八九";
    String ones = number % 10 == 0 ? "" : digits.substring(number % 10, number % 10 + 1);
    return number < 10
        ? ones
        : (number < 20 ? "" : digits.substring(number / 10, number / 10 + 1)) + "十" + ones;
  }

  @Test
  void a_document_of_twice_the_length_takes_no_more_than_twice_the_work()
      throws ReflectiveOperationException {
    Work once = work(20);
    Work twice = work(40);
    double longer = (double) twice.characters() / once.characters();
    assertGrows("structure", once.structure(), twice.structure(), longer);
    assertGrows("audit", once.audit(), twice.audit(), longer);
  }

  /** Each thing that may be long in a document is made twice as long by itself. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("dimensions")
  void one_thing_of_twice_the_length_takes_no_more_than_twice_the_work(
      String name, IntFunction<Extraction> documents) throws ReflectiveOperationException {
    Work once = work(documents.apply(SIZE), new Disclosure[1]);
    Work twice = work(documents.apply(2 * SIZE), new Disclosure[1]);
    assertGrows(name + ", structure", once.structure(), twice.structure(), MORE_THAN_TWICE);
    assertGrows(name + ", audit", once.audit(), twice.audit(), MORE_THAN_TWICE);
  }

  static Stream<Arguments> dimensions() {
    return Dimensions.all().entrySet().stream().map(d -> Arguments.of(d.getKey(), d.getValue()));
  }

  /**
   * Every rule looks at every paragraph; more than this many looks would be a rule gone astray. The
   * statements are read in both, since each is asked for by itself; a file's are read once. New
   * rules had taken the first to 104.7 and the second to 109.3. The tables, their amounts and the
   * titles are read once a document since, and a cell, a mark or a label is looked at by its first
   * character before a pattern is tried, which took them to 70.5 and 51.5; new readers of
   * statements have taken them to 75.6 and 52.6, sums and rates by labels the second to 55.0,
   * balances, unit prices and totals over several years to 59.9; patterns that are tried only in
   * texts with the words they require to 78.5 and 58.5; checks of totals that count their amounts,
   * of multiples and of costs per unit the second to 61.2; wordings and copies that strangers wrote
   * the first to 85.2 and the second to 68.7. Labels without a pattern of their own are no longer
   * looked at, which took the second to 62.0.
   */
  @Test
  void the_text_is_gone_over_no_more_often_than_it_was() throws ReflectiveOperationException {
    Work work = work(30);
    assertPasses("structure", work.structure(), work.characters(), STRUCTURE_PASSES);
    assertPasses("audit", work.audit(), work.characters(), AUDIT_PASSES);
  }

  private static final int STRUCTURE_PASSES = 86;
  private static final int AUDIT_PASSES = 63;

  @Test
  void the_documentation_of_the_speed_states_these_limits() throws IOException {
    assertThat(Files.readString(Path.of("docs/BENCHMARKS.md")).replaceAll("\\s+", " "))
        .contains("goes over a text fewer than %d times".formatted(STRUCTURE_PASSES))
        .contains("audit with statements fewer than %d times".formatted(AUDIT_PASSES));
  }

  private static void assertPasses(
      String stage, TextWork.Count count, long characters, int passes) {
    assertThat((double) count.characters() / characters)
        .as(stage + ": times the text is gone over")
        .isLessThan(passes);
    assertThat((double) count.patterns() / characters)
        .as(stage + ": patterns compiled again, per character")
        .isLessThan(0.15);
  }

  private static void assertGrows(
      String stage, TextWork.Count once, TextWork.Count twice, double longer) {
    double allowed = 1.15 * longer;
    assertThat((double) twice.characters() / once.characters())
        .as(stage + ": characters gone over")
        .isLessThan(allowed);
    assertThat((double) twice.steps() / once.steps()).as(stage + ": turns").isLessThan(allowed);
    assertThat((double) twice.looks() / once.looks())
        .as(stage + ": characters looked at by patterns, and copied")
        .isLessThan(allowed);
  }
}
