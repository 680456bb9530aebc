package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
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
    List<Fact> facts = SingleTableDocument.readFacts("样本县财政局", Category.GOVERNMENT_BUDGET, table);
    assertThat(perimeter(facts, "71230")).isEqualTo(Perimeter.TERRITORY);
    assertThat(perimeter(facts, "60670")).isEqualTo(Perimeter.GOVERNMENT);
    assertThat(perimeter(facts, "100")).isNull();
  }

  @Test
  void a_column_names_the_perimeter_and_parts_have_the_year_of_the_row_above_them() {
    TableData table =
        new TableData(
            "1",
            "2024年地方政府债务限额及余额决算情况表",
            "亿元",
            1,
            List.of("项目", "公式", "本地区", "本级", "下级"),
            List.of(
                List.of("一、2023年末地方政府债务余额", "A=B+C", "31.5", "12.5", "19"),
                List.of("其中：一般债务余额", "B", "21.5", "8.5", "13"),
                List.of("二、2024年末地方政府债务余额", "D=E+F", "33.6", "13.6", "20"),
                List.of("其中：一般债务余额", "E", "22.7", "8.7", "14")),
            List.of(1, 1, 1, 1));
    List<Fact> facts =
        SingleTableDocument.readFacts("样本市财政局", Category.GOVERNMENT_FINAL_ACCOUNTS, table);
    assertThat(facts)
        .extracting(
            f ->
                f.account()
                    + " "
                    + f.context().year()
                    + " "
                    + f.context().perimeter()
                    + " "
                    + f.printed())
        .containsExactlyInAnyOrder(
            "地方政府债务余额 2023 TERRITORY 31.5",
            "地方政府债务余额 2023 GOVERNMENT 12.5",
            "地方政府一般债务余额 2023 TERRITORY 21.5",
            "地方政府一般债务余额 2023 GOVERNMENT 8.5",
            "地方政府债务余额 2024 TERRITORY 33.6",
            "地方政府债务余额 2024 GOVERNMENT 13.6",
            "地方政府一般债务余额 2024 TERRITORY 22.7",
            "地方政府一般债务余额 2024 GOVERNMENT 8.7");
    assertThat(facts.getFirst().value()).isEqualByComparingTo("3150000000");
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
