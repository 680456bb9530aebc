package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/** Whose parts a division by economic items lists, and which stage an allotment has. */
class DividedAmountTest {
  private static List<Fact> facts(String title, String sentence, String printed) {
    Paragraphs.Example example =
        new Paragraphs.Example(title, "有关情况", sentence, List.of(), List.of());
    return new FactReader()
        .read(example.disclosure(sentence)).stream()
            .filter(fact -> fact.printed().equals(printed))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "财政拨款支出,2023年本年支出合计98.00万元，其中财政拨款部分90.00万元，按经济分类：工资福利支出60.00万元，商品和服务支出30.00万元。",
    "财政拨款支出,2023年本年支出合计98.00万元，其中：财政拨款支出90.00万元，按经济科目划分：工资福利支出60.00万元，商品和服务支出30.00万元。",
    "本年支出合计,2023年本年支出合计90.00万元，其中：财政拨款支出80.00万元，按经济分类：工资福利支出60.00万元，商品和服务支出30.00万元。",
    "本年支出合计,2023年本年支出合计98.00万元，其中：财政拨款支出80.00万元，按经济分类：工资福利支出60.00万元，商品和服务支出30.00万元。"
  })
  void economic_items_are_of_the_account_that_they_add_up_to(String account, String sentence) {
    assertThat(facts("样本县水利局2023年度部门决算", sentence, "60.00"))
        .singleElement()
        .matches(fact -> fact.account().equals(account))
        .matches(fact -> "工资福利支出".equals(fact.context().item()));
  }

  @ParameterizedTest
  @CsvSource({
    "预算,样本县民政局2022年民生支出补助资金安排公示",
    "预算,样本县水利局关于2022年民生支出补助资金分配方案的公示",
    "预算,样本县农业农村局2022年民生支出资金项目安排情况公告",
    "执行,样本县民政局2022年民生支出补助资金使用情况公示"
  })
  void an_allotment_that_is_announced_is_a_budget(String stage, String title) {
    assertThat(facts(title, "以上项目共3个，合计安排补助资金173.50万元。", "173.50"))
        .singleElement()
        .extracting(fact -> Objects.requireNonNull(fact.context().stage()).label())
        .isEqualTo(stage);
  }
}
