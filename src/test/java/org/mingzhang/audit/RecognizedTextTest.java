package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class RecognizedTextTest {
  private static Disclosure disclosure(SourceDocument.@Nullable Ocr ocr) {
    String sentence = "2024年度一般公共预算财政拨款支出年初预算为100.00万元，支出决算为50.00万元，完成年初预算的90%。";
    return new Disclosure(
        new SourceDocument("样本.pdf", "ab", "application/pdf", 1, 1, ocr),
        new DocumentMetadata(
            "样本市样本局2024年度部门决算",
            false,
            "样本市样本局",
            null,
            2024,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        List.of(
            new Section(
                "1",
                "一、",
                "一般公共预算财政拨款支出决算情况说明",
                1,
                Topic.GENERAL_PUBLIC_BUDGET,
                1,
                false,
                false,
                List.of(new Section.Paragraph(1, sentence)))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void a_scan_is_not_accused_of_what_may_be_a_misread_digit() {
    assertThat(new Auditor().audit(disclosure(null))).isNotEmpty();
    assertThat(new Auditor().audit(disclosure(new SourceDocument.Ocr("tesseract", 80, 1))))
        .isEmpty();
  }
}
