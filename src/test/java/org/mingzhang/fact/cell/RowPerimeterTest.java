package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableData;

/** Perimeters that the rows of tables of governments name themselves, each side for its own. */
class RowPerimeterTest {
  @Test
  void a_row_names_the_perimeter_of_its_own_side() {
    TableData table =
        new TableData(
            "1",
            "一般公共预算收支平衡表",
            "万元",
            1,
            List.of("收入", "金额(左)", "支出", "金额(右)"),
            List.of(
                List.of("全县一般公共预算收入", "71230", "县本级一般公共预算支出", "60670"),
                List.of("上级补助收入", "2000", "上解上级支出", "100")),
            List.of(1, 1));
    Disclosure disclosure =
        new Disclosure(
            new SourceDocument("table", "0", "text/plain", 0, 1, null),
            new DocumentMetadata(
                null, false, "样本县财政局", null, 2024, Category.GOVERNMENT_BUDGET, null, List.of()),
            List.of(),
            List.of(table),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    List<Fact> facts =
        DocumentTableFactReader.read(disclosure, new DocumentPerimeter(null, false, List.of()));
    assertThat(perimeter(facts, "71230")).isEqualTo(Perimeter.TERRITORY);
    assertThat(perimeter(facts, "60670")).isEqualTo(Perimeter.GOVERNMENT);
    assertThat(perimeter(facts, "100")).isNull();
  }

  private static @Nullable Perimeter perimeter(List<Fact> facts, String printed) {
    return facts.stream()
        .filter(f -> f.printed().equals(printed))
        .findFirst()
        .orElseThrow()
        .context()
        .perimeter();
  }
}
