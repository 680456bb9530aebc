package org.mingzhang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Stage;

/** Facts survive the record format with all their dimensions. */
class FactRecordTest {
  private static final FactContext CONTEXT =
      new FactContext(
          "行政运行",
          "2010301",
          Stage.RESULT,
          Fund.GENERAL_BUDGET,
          Perimeter.DEPARTMENT,
          "样本市样本区财政局",
          2024,
          "1-6月",
          "年末",
          "同口径");
  private static final FactLocation CELL =
      new FactLocation("2.1", 5, 10, 18, "合计 基本支出 1,234.50", new FactLocation.Cell(0, 1, 2));
  private static final FactLocation SENTENCE =
      new FactLocation("3.1", 7, 4, 12, "基本支出1,234.50万元", null);

  @Test
  void a_fact_is_read_back_as_it_was_written() throws IOException {
    for (Fact.Kind kind : Fact.Kind.values()) {
      Fact fact =
          new Fact(
              "基本支出",
              CONTEXT,
              kind,
              new BigDecimal("12345000"),
              "1,234.50",
              "万元",
              new Fact.ReferenceAmount(Fact.RateKind.CHANGE, Stage.BUDGET, 2023, "支出总计"),
              true,
              List.of(CELL, SENTENCE));
      assertThat(reread(fact)).containsExactly(fact);
    }
  }

  @Test
  void unknown_dimensions_stay_unknown() throws IOException {
    Fact fact =
        new Fact(
            "基本支出",
            FactContext.UNKNOWN,
            Fact.Kind.AMOUNT,
            new BigDecimal("0.5"),
            "0.5",
            "元",
            null,
            false,
            List.of(SENTENCE));
    assertThat(reread(fact)).containsExactly(fact);
  }

  private static List<Fact> reread(Fact fact) throws IOException {
    Disclosure disclosure =
        new Disclosure(
                new SourceDocument("a.pdf", "0".repeat(64), "application/pdf", 1, 1, null),
                new DocumentMetadata(null, false, null, null, null, null, null, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())
            .withFacts(List.of(fact));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureWriter().write(disclosure, out);
    return new DisclosureParser().parse(new ByteArrayInputStream(out.toByteArray())).facts();
  }
}
