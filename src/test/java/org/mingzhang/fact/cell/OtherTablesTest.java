package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Fact;
import org.mingzhang.model.TableData;

/** Tables by kind of insurance, by place, by project and of corrections. */
class OtherTablesTest {
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "G", Category.GOVERNMENT_FINAL_ACCOUNTS,
          "D", Category.DEPARTMENT_FINAL_ACCOUNTS,
          "O", Category.OTHER);

  private static TableData table(String title, String lines) {
    List<List<String>> rows =
        Arrays.stream(lines.split("/", -1)).map(r -> List.of(r.split(";", -1))).toList();
    List<List<String>> data = new ArrayList<>(rows.subList(1, rows.size()));
    return new TableData(
        "1", title, "万元", 1, rows.getFirst(), data, Collections.nCopies(data.size(), 1));
  }

  private static String describe(Fact fact) {
    String item = fact.context().item();
    return fact.account() + (item == null ? "" : "@" + item);
  }

  /** Expected: the account of the printed amount, with its item behind an at sign; - for none. */
  @ParameterizedTest
  @CsvSource({
    "G,社会保险基金收支决算表,项目;上年结余;本年收入;本年支出;年末滚存结余/工伤保险基金;50;24;26;48/合计;90;70;61;99,24,工伤保险基金收入",
    "G,社会保险基金收支决算表,项目;上年结余;本年收入;本年支出;年末滚存结余/工伤保险基金;50;24;26;48/合计;90;70;61;99,48,年末滚存结余@工伤保险",
    "G,社会保险基金收支决算表,项目;上年结余;本年收入;本年支出;年末滚存结余/工伤保险基金;50;24;26;48/合计;90;70;61;99,61,社会保险基金支出",
    "G,2024年社会保险基金收支情况表,险种;收入;支出;年末滚存结余/失业保险;31;22;77,22,失业保险基金支出",
    "G,社会保险基金收支决算总表,项目;合计;失业保险基金/一、本年收入;70;24/其中：保险费收入;60;20/二、本年支出;61;10/三、年末滚存结余;99;48,20,保险费收入@失业保险",
    "G,社会保险基金收支决算总表,项目;合计;失业保险基金/一、本年收入;70;24/其中：保险费收入;60;20/二、本年支出;61;10/三、年末滚存结余;99;48,24,失业保险基金收入",
    "G,社会保险基金收入决算表,项目;预算数;决算数/社会保险基金收入合计;70;71,71,社会保险基金收入",
    "G,一般公共预算分地区收支表,地区;收入;支出/东坪区;70;81,81,一般公共预算支出@东坪区",
    "D,所属单位收支情况表,单位;收入;支出/第一中学;70;81,81,-",
    "G,市对区县税收返还和转移支付表,地区;合计;返还性支出;一般性转移支付/东坪区;70;20;50,50,对下一般性转移支付@东坪区",
    "G,市对区县税收返还和转移支付表,地区;合计;返还性支出;一般性转移支付/东坪区;70;20;50,70,补助下级支出@东坪区",
    "G,对县（市、区）专项转移支付预算表（分地区）,地区;合计;一般公共预算专项转移支付/西岭县;70;62,62,对下专项转移支付@西岭县",
    "G,市对区县转移支付分地区决算表,地区;合计;返还性支出;一般性转移支付/东坪区;70;20;50,70,-",
    "G,地方政府债务余额分地区情况表,地区;债务余额;其中：一般债务;其中：专项债务/市本级;70;20;50/东坪区;61;30;31,20,地方政府一般债务余额",
    "G,地方政府债务余额分地区情况表,地区;债务余额;其中：一般债务;其中：专项债务/市本级;70;20;50/东坪区;61;30;31,31,地方政府专项债务余额@东坪区",
    "G,新增地方政府专项债券项目安排表,项目名称;安排金额/供水管网改造;61/合计;70,61,新增专项债券@供水管网改造",
    "D,政府采购情况表,品目;采购金额;授予中小企业;其中小微企业/货物;70;61;50/合计;70;61;50,50,授予小微企业合同金额",
    "D,支出决算更正表,科目;原公开数;更正后;差额/基本支出;70;61;-9,61,基本支出",
    "D,支出决算更正表,科目;原公开数;更正后;差额/基本支出;70;61;-9,70,-",
    "O,2024年春耕补贴发放表,乡镇;户数;金额/清溪镇;70;61/合计;90;88,61,春耕补贴@清溪镇",
    "O,2024年春耕补贴发放表,乡镇;户数;金额/清溪镇;70;61/合计;90;88,88,春耕补贴",
    "O,2024年防汛补助资金项目一览表,项目名称;安排金额/堤防加固;61/合计;88,61,防汛补助资金@堤防加固",
    "O,2022年以来河道治理资金安排情况表,资金来源;2023年;2024年/中央;61;70,61,河道治理资金@中央",
    "O,某项情况表,乡镇;金额/清溪镇;61,61,-",
    "O,低保资金发放表,月份;金额/1-6月;61/7月;62,61,-",
    "D,2023年度预算执行情况表,资金类别;年初预算;全年预算;全年执行/基本支出;70;81;79,79,基本支出",
    "D,2023年度预算执行情况表,资金类别;年初预算;实际支付/项目支出;70;68,68,项目支出",
    "D,所属企业情况表（不在决算编报范围）,单位;本年收入合计/林场;61/合计;61,61,-"
  })
  void an_amount_is_of_the_account_that_row_and_column_name(
      String category, String title, String lines, String printed, String expected) {
    Category kind = Objects.requireNonNull(CATEGORIES.get(category));
    List<Fact> facts = SingleTableDocument.readFacts("样本市财政局", kind, table(title, lines));
    assertThat(
            facts.stream()
                .filter(fact -> fact.printed().equals(printed))
                .map(OtherTablesTest::describe)
                .distinct()
                .collect(Collectors.joining("|")))
        .isEqualTo(expected.equals("-") ? "" : expected);
  }
}
