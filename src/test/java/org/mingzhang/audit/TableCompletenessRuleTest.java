package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mingzhang.audit.check.DisclosureTableKind;
import org.mingzhang.model.Category;
import org.mingzhang.model.Topic;

class TableCompletenessRuleTest {
  private static final String HEAD = "科目编码,科目名称,合计,基本支出,项目支出";
  private static final List<String> ROWS =
      List.of(
          ",合计,5.00,5.00,",
          "201,一般公共服务支出,5.00,5.00,",
          "20126,档案事务,5.00,5.00,",
          "2012601,行政运行,5.00,5.00,");
  private static final List<String> TITLES =
      List.of(
          "收入决算表",
          "支出决算表",
          "一般公共预算财政拨款支出决算表",
          "一般公共预算财政拨款基本支出决算表",
          "政府性基金预算财政拨款收入支出决算表",
          "国有资本经营预算财政拨款支出决算表",
          "财政拨款“三公”经费支出决算表");

  /** A final account with all nine tables but one. */
  static TestDocument document(String without) {
    return document(without, title -> title);
  }

  private static TestDocument document(String without, UnaryOperator<String> titled) {
    TestDocument document = new TestDocument();
    for (String money : List.of("收入支出决算总表", "财政拨款收入支出决算总表")) {
      document.table(
          titled.apply(money),
          "万元",
          "收入/项目,收入/决算数,支出/项目,支出/决算数",
          List.of("本年收入合计,5.00,本年支出合计,5.00", "总计,5.00,总计,5.00", "一、财政拨款,5.00,一、教育支出,5.00"));
    }
    List<String> titles = new ArrayList<>(TITLES);
    titles.remove(without);
    titles.forEach(t -> document.table(titled.apply(t), "万元", HEAD, ROWS));
    return document;
  }

  @Test
  void nine_tables_are_all_there_are() {
    assertEquals(List.of(), document("").findRules());
  }

  @Test
  void some_tables_are_not_said_to_be_none() {
    TestDocument some = new TestDocument();
    TITLES.subList(0, 3).forEach(title -> some.table(title, "万元", HEAD, ROWS));
    assertThat(
            new Auditor()
                .auditAll(some.build()).ruleTallies().stream()
                    .filter(t -> t.rule().equals("account-tables"))
                    .flatMap(t -> t.reasons().stream()))
        .containsExactly("只读到部分决算表，其余的表可能未收录，也可能没有公开");
  }

  @Test
  void a_missing_table_is_told() {
    for (String title : TITLES) {
      assertEquals(List.of("account-tables"), document(title).findRules(), title);
    }
  }

  @Test
  void the_ninth_table_is_due_from_2021() {
    String ninth = DisclosureTableKind.STATE_CAPITAL.label();
    assertEquals(
        List.of("account-tables"),
        document(ninth).withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, 2021).findRules());
    assertEquals(
        List.of(),
        document(ninth).withKindAndYear(Category.DEPARTMENT_FINAL_ACCOUNTS, 2020).findRules());
  }

  /** The titles with the numbers 01 and so on, the last of them with another number. */
  private static UnaryOperator<String> numbered(int last) {
    Iterator<Integer> numbers = IntStream.range(1, 9).map(n -> n == 8 ? last : n).iterator();
    return title -> "%s（公开%02d表）".formatted(title, numbers.next());
  }

  @Test
  void none_is_missing_where_the_numbers_of_tables_skip_more_than_one() {
    assertEquals(List.of("account-tables"), document("收入决算表", numbered(8)).findRules());
    assertEquals(List.of("account-tables"), document("收入决算表", numbered(9)).findRules());
    assertEquals(List.of(), document("收入决算表", numbered(10)).findRules());
  }

  @Test
  void where_tables_were_not_read_none_is_missing() {
    assertEquals(List.of(), new TestDocument().table("支出决算表", "万元", HEAD, ROWS).findRules());
  }

  @Test
  void an_empty_table_says_why() {
    List<String> empty = List.of(",合计,,,");
    TestDocument silent = new TestDocument().table("政府性基金预算财政拨款收入支出决算表", "万元", HEAD, empty);
    assertEquals(List.of("account-tables"), silent.findRules());
    assertEquals(
        List.of(),
        new TestDocument()
            .table("政府性基金预算财政拨款收入支出决算表", "万元", HEAD, empty)
            .section(Topic.GOVERNMENT_FUNDS, "政府性基金", "本部门无政府性基金预算财政拨款收入支出，故本表为空表。")
            .findRules());
    assertEquals(
        List.of(),
        new TestDocument()
            .table("国有资本经营预算财政拨款支出决算表", "万元", HEAD, empty)
            .section(Topic.STATE_CAPITAL, "国有资本经营", "2024年度国有资本经营预算财政拨款支出0万元。")
            .findRules());
  }

  @Test
  void an_empty_table_is_explained_under_the_title_of_its_fund_or_by_a_note_below_it() {
    List<String> empty = List.of(",合计,,,");
    String table = "政府性基金预算财政拨款收入支出决算表";
    String title = "政府性基金预算财政拨款收入支出决算情况说明";
    for (String text : List.of("不涉及。", "无。", "2024年度本部门没有此项收支。", "未发生相关收支。")) {
      assertEquals(
          List.of(),
          new TestDocument()
              .table(table, "万元", HEAD, empty)
              .section(Topic.GOVERNMENT_FUNDS, title, text)
              .findRules(),
          text);
    }
    assertEquals(
        List.of("account-tables"),
        new TestDocument()
            .table(table, "万元", HEAD, empty)
            .section(Topic.GOVERNMENT_FUNDS, title, "见决算表。")
            .findRules());
    assertEquals(
        List.of(),
        new TestDocument()
            .table(table, "万元", HEAD, empty)
            .paragraph("备注：没有相关收支，故本表无数据。")
            .findRules());
  }

  @Test
  void a_table_of_whole_amounts_in_yuan_is_not_empty() {
    String title = "政府性基金预算财政拨款收入支出决算表";
    List<String> whole = List.of("229,其他支出,5200000,,5200000", ",合计,5200000,,5200000");
    assertEquals(List.of(), new TestDocument().table(title, "元", HEAD, whole).findRules());
    List<String> numbers = List.of("栏次,,3,2,1", ",合计,,,");
    assertEquals(
        List.of("account-tables"), new TestDocument().table(title, "元", HEAD, numbers).findRules());
  }

  @Test
  void a_table_of_small_whole_amounts_is_not_empty() {
    String title = "2024年政府性基金预算支出表";
    for (List<String> rows :
        List.of(
            List.of(",合计,650,,650", "212,城乡社区支出,650,,650"),
            List.of("212,城乡社区支出,36,0,36", "21208,国有土地使用权出让收入安排的支出,36,0,36"),
            List.of("栏次,,3,1,2", ",合计,36,,36"))) {
      assertEquals(
          List.of(),
          new TestDocument().table(title, "万元", HEAD, rows).findRules(),
          rows.toString());
    }
    assertEquals(
        List.of(),
        new TestDocument().table(title, "万元", "项目,金额", List.of("合计,48", "彩票公益金,48")).findRules());
    List<String> empty = List.of("栏次,,3,1,2", ",合计,0,0,0");
    assertEquals(
        List.of("account-tables"), new TestDocument().table(title, "万元", HEAD, empty).findRules());
  }

  @Test
  void a_note_that_names_a_table_is_of_that_table_alone() {
    String other = "公开09表国有资本经营预算财政拨款支出决算表：本部门没有国有资本经营预算财政拨款支出，故本表无数据。";
    assertEquals(List.of(), fundsTableWithNote(other).findRules());
    assertEquals(List.of("empty-table-note"), fundsTableWithNote("本部门没有此项收支，故本表无数据。").findRules());
    assertEquals(
        List.of("empty-table-note"),
        fundsTableWithNote("政府性基金预算财政拨款收入支出决算表：本部门没有政府性基金收支，故本表为空表。").findRules());
  }

  private static TestDocument fundsTableWithNote(String note) {
    return new TestDocument().table("政府性基金预算财政拨款收入支出决算表", "万元", HEAD, ROWS).paragraph(note);
  }

  @Test
  void a_table_that_a_note_calls_empty_is_not_missing() {
    String kind = DisclosureTableKind.STATE_CAPITAL.label();
    assertEquals(List.of("account-tables"), document(kind).findRules());
    assertEquals(
        List.of(),
        document(kind).section(Topic.OTHER, "附件", "注：" + kind + "（公开08表）为空表。").findRules());
    for (String note :
        List.of(
            "本部门2024年度没有使用政府性基金预算、国有资本经营预算安排的支出，相应报表为空。",
            "注：本部门无国有资本经营预算财政拨款收支，" + kind + "以空表列示。")) {
      assertEquals(List.of(), document(kind).section(Topic.OTHER, "附件", note).findRules(), note);
    }
  }

  @Test
  void the_tables_of_a_government_are_not_those_of_an_agency() {
    List<String> whole = List.of("城乡社区支出,54485", "农林水支出,2213", "支出合计,56698");
    assertEquals(
        List.of(),
        new TestDocument()
            .withKindAndYear(Category.GOVERNMENT_FINAL_ACCOUNTS, 2024)
            .table("2024年全市政府性基金预算财政拨款收入支出决算表", "万元", "项目,决算数", whole)
            .findRules());
  }
}
