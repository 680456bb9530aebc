package org.mingzhang.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.AuditRuleCounts;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Region;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

class DisclosureRecordTest {
  private static Disclosure full() {
    TableBlock grid =
        new TableBlock(
            2,
            2,
            2,
            List.of(
                new TableBlock.Cell(0, 0, 1, 2, "收入\n支出"),
                new TableBlock.Cell(1, 0, 1, 1, "合计"),
                new TableBlock.Cell(1, 1, 1, 1, "1.00")));
    return new Disclosure(
        new SourceDocument(
            "a.zip!/甲.pdf",
            "ab",
            "application/pdf",
            12,
            3,
            new SourceDocument.Ocr("tesseract chi_sim", 87.5, 2)),
        new DocumentMetadata(
            "题",
            true,
            "某局",
            new Region("999901", List.of("示例省", "样本市")),
            2024,
            Category.UNIT_BUDGET,
            AgencyType.SCHOOL,
            List.of(new Evidence("year", "title-line", "2024年度", 1))),
        List.of(
            new Section(
                "1",
                "一、",
                "总表",
                1,
                Topic.TOTALS,
                2,
                false,
                true,
                List.of(
                    new Section.Paragraph(2, "话\"引\"号"),
                    new Section.TablePart(2, 0, grid, List.of(2, 3))))),
        List.of(
            new TableData(
                "1", "总表", "万元", 2, List.of("项", "数"), List.of(List.of("合计", "1.00")), List.of(2))),
        List.of(
            new Indicator(
                "1",
                "表",
                null,
                "目标",
                "产出指标",
                null,
                "名",
                "≥1",
                null,
                "10",
                "9.5",
                null,
                Indicator.TargetResult.UNKNOWN,
                2)),
        List.of(new Figure("1", "收入总计", null, null, "1.00", "万元", 2024, "句", 2, true)),
        List.of(
            new Finding(
                "sum",
                Finding.Kind.SUM,
                Finding.Severity.PROOF,
                "1",
                2,
                "引",
                "1",
                "2",
                "1 + 1 = 2",
                "0.01",
                "不符",
                "does not agree",
                new Finding.QuoteLocation("1", 3, "他处"),
                new FindingGap(new BigDecimal("10000"), new BigDecimal("50.5")))),
        List.of("注意"));
  }

  @Test
  void what_is_written_is_read_back_the_same() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter()
        .write(full(), new DisclosureWriter.PermalinkIds("d", List.of("s")), j -> {}, false, out);
    DisclosureParser.DisclosureWithSlugs read =
        new DisclosureParser().parseWithSlugs(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.disclosure()).isEqualTo(full());
    assertThat(read.sectionIds()).containsExactly("s");
  }

  @Test
  void the_text_of_a_file_that_is_kept_as_one_section_is_read_back_whatever_its_length()
      throws IOException {
    String longText = "a".repeat(20_000_001);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(full().withWarnings(List.of(longText)), out);
    byte[] record = out.toByteArray();
    Disclosure read = new DisclosureParser().parse(new ByteArrayInputStream(record));
    assertThat(read.warnings().getFirst()).hasSameSizeAs(longText);
    assertThat(RecordPermalinks.read(new ByteArrayInputStream(record)).sections()).hasSize(1);
  }

  @Test
  void what_the_rules_looked_at_is_kept() throws IOException {
    Disclosure examined =
        full()
            .withRuleCounts(
                new AuditRuleCounts(
                    List.of(
                        new AuditRuleCounts.RuleCounts(
                            "share", 3, 1, 0, List.of(), List.of(), List.of()),
                        new AuditRuleCounts.RuleCounts(
                            "parts",
                            2,
                            0,
                            2,
                            List.of("列举未完", "缺数"),
                            List.of("open", "no number"),
                            List.of(
                                new AuditRuleCounts.UndecidedPlace(
                                    new Finding.QuoteLocation("1.2", 4, "其中培训费3万元"),
                                    "列举未完",
                                    "open"))))));
    assertThat(Objects.requireNonNull(examined.ruleCounts()).locationCount()).isEqualTo(8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(examined, out);
    assertThat(new DisclosureParser().parse(new ByteArrayInputStream(out.toByteArray())))
        .isEqualTo(examined);
  }

  @Test
  void a_record_of_an_earlier_version_has_not_kept_it() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(full(), out);
    String record = out.toString(StandardCharsets.UTF_8);
    assertThat(record).doesNotContain("examination");
    Disclosure read =
        new DisclosureParser()
            .parse(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.ruleCounts()).isNull();
  }

  /** A worker that a malicious file controls may write numbers that take long to calculate with. */
  @ParameterizedTest
  @CsvSource({
    "\"gapYuan\":\"10000\", \"gapYuan\":\"1e30000000\"",
    "\"gapPercent\":\"50.5\", \"gapPercent\":\"5E9\"",
    "\"value\":\"1.00\", \"value\":\"1e99999999\""
  })
  void a_number_with_an_exponent_is_refused(String plain, String exponent) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(full(), out);
    String record = out.toString(StandardCharsets.UTF_8).replaceAll("\" : \"", "\":\"");
    assertThat(record).contains(plain);
    byte[] changed = record.replace(plain, exponent).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new DisclosureParser().parse(new ByteArrayInputStream(changed)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a plain number");
  }

  @Test
  void a_record_of_another_format_is_refused_by_its_number() {
    byte[] other = "{\"format\": 99}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new DisclosureParser().parse(new ByteArrayInputStream(other)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }
}
