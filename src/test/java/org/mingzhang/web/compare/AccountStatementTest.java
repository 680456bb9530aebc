package org.mingzhang.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/** What is said of an account of which no amount was read. */
@org.jspecify.annotations.NullUnmarked
class AccountStatementTest {
  private static Section section(Topic topic, String text) {
    return new Section(
        "1", "", "节", 1, topic, 3, false, false, List.of(new Section.Paragraph(3, text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "三公经费 | 本单位收入增加。无“三公”经费的使用和管理情况。其他。 | 无“三公”经费的使用和管理情况。",
        "三公经费 | 三公经费详见附表。2024年度无“三公”经费财政拨款支出。 | 2024年度无“三公”经费财政拨款支出。",
        "会议费 | 2024年，会议费未发生。 | 2024年，会议费未发生。",
        "机关运行经费 | 机关运行经费支出壹拾贰万元整。 | 机关运行经费支出壹拾贰万元整。",
        "机关运行经费 | 机关运行经费详见附表。按照列报口径，本馆不在机关运行经费统计范围之内。其他。 | 按照列报口径，本馆不在机关运行经费统计范围之内。",
        "机关运行经费 | 本站不属于机关运行经费的统计范围。 | 本站不属于机关运行经费的统计范围。",
        "机关运行经费 | 我单位是公益一类事业单位，机关运行经费不适用。 | 我单位是公益一类事业单位，机关运行经费不适用。",
        "三公经费 | 本校未列入“三公”经费统计范围。 | 本校未列入“三公”经费统计范围。",
        "机关运行经费 | 机关运行经费列入公开范围，见附表。 | ''",
        "培训费 | 培训费支出情况见附表。 | ''",
        "培训费 | 会议费未发生，培训费见附表。 | ''",
        "培训费 | 培训费是指培训的支出。 | -",
        "培训费 | 会议费未发生。 | -",
      })
  void a_denial_or_numeral_is_quoted_and_a_mention_is_told_from_silence(
      String account, String text, String quote) {
    ArchivedDisclosure document =
        new ArchivedDisclosure(
            "a",
            new DocumentVersion("a", 1, "0".repeat(64), Instant.EPOCH, "a.txt", null),
            new Disclosure(
                new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
                new DocumentMetadata("题", false, null, null, null, Category.OTHER, null, List.of()),
                List.of(
                    section(Topic.GLOSSARY, account + "：没有" + account + "的也要说明。"),
                    section(Topic.OTHER, text)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            List.of("ms", "qk"));
    assertThat(AccountStatement.find(document, account, 2024).map(AccountStatement::quote))
        .isEqualTo(java.util.Optional.ofNullable(quote));
    assertThat(AccountStatement.find(document, account, 2024).map(AccountStatement::sectionSlug))
        .isEqualTo(java.util.Optional.ofNullable(quote).map(q -> "qk"));
  }
}
