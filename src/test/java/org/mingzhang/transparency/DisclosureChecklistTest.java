package org.mingzhang.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

/** States of items: disclosed, empty, not found or undecided. */
class DisclosureChecklistTest {
  private static final String PDF = "application/pdf";

  private static final Map<String, Topic> TOPICS =
      Map.of("名词解释", Topic.GLOSSARY, "部门概况", Topic.OVERVIEW);

  /** Sections of a synthetic document: title and text; of a form the text below its table. */
  private static final Map<String, String> ACCOUNT = new LinkedHashMap<>();

  static {
    ACCOUNT.put("主要职能", "负责样本区的文化和旅游工作。");
    ACCOUNT.put("机构设置", "本部门内设三个科室，无下属单位。");
    ACCOUNT.put("收入支出决算总表", "=");
    ACCOUNT.put("收入决算表", "=");
    ACCOUNT.put("支出决算表", "=");
    ACCOUNT.put("财政拨款收入支出决算总表", "=");
    ACCOUNT.put("一般公共预算财政拨款支出决算表", "=");
    ACCOUNT.put("一般公共预算财政拨款基本支出决算表", "=");
    ACCOUNT.put("财政拨款“三公”经费支出决算表", "=");
    ACCOUNT.put("政府性基金预算财政拨款收入支出决算表", "0注：本部门没有政府性基金收支，故本表无数据。");
    ACCOUNT.put("国有资本经营预算财政拨款支出决算表", "0");
    ACCOUNT.put("收入支出决算总体情况说明", "2024年度收入总计100.00万元，比上年增加1.00万元。");
    ACCOUNT.put(
        "“三公”经费支出决算情况说明",
        "“三公”经费决算1.00万元。因公出国（境）费0万元，公务用车购置及运行费0万元，公务用车购置费0万元，公务用车运行费0万元，公务接待费1.00万元。");
    ACCOUNT.put("机关运行经费", "机关运行经费支出10.00万元。");
    ACCOUNT.put("政府采购", "政府采购支出总额5.00万元，授予中小企业合同金额5.00万元，占100%。");
    ACCOUNT.put("国有资产占用情况", "截至年末共有车辆0辆。");
    ACCOUNT.put("预算绩效情况", "共对2个项目开展了绩效自评。");
    ACCOUNT.put("名词解释", "基本支出：为保障机构正常运转的支出。");
  }

  private static Disclosure account(
      Map<String, String> content, String type, List<String> warnings) {
    List<Section> sections = new ArrayList<>();
    List<TableData> tables = new ArrayList<>();
    content.forEach(
        (title, text) -> {
          String path = Integer.toString(sections.size() + 1);
          boolean form = text.startsWith("=") || text.startsWith("0");
          List<Section.Part> body = new ArrayList<>();
          if (form) {
            String cell = text.startsWith("=") ? "12.30" : "";
            List<TableBlock.Cell> cells =
                List.of(
                    new TableBlock.Cell(0, 0, 1, 1, "合计"), new TableBlock.Cell(1, 0, 1, 1, cell));
            body.add(new Section.TablePart(1, tables.size(), new TableBlock(1, 2, 1, cells)));
            tables.add(
                new TableData(
                    path, title, "万元", 1, List.of("合计"), List.of(List.of(cell)), List.of(1)));
          }
          String words = form ? text.substring(1) : text;
          if (!words.isEmpty()) {
            body.add(new Section.Paragraph(1, words));
          }
          Topic topic = TOPICS.getOrDefault(title, Topic.OTHER);
          sections.add(new Section(path, "", title, 1, topic, 1, false, false, body));
        });
    return new Disclosure(
        new SourceDocument("a.pdf", "0".repeat(64), type, 1, 3, null),
        new DocumentMetadata(
            "样本区文化局2024年度部门决算",
            false,
            "样本区文化局",
            null,
            2024,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        sections,
        tables,
        List.of(),
        List.of(),
        List.of(),
        warnings);
  }

  private static Map<String, DisclosureItemState> states(Disclosure disclosure) {
    Map<String, DisclosureItemState> states = new LinkedHashMap<>();
    DisclosureChecklist.evaluate(disclosure)
        .answers()
        .forEach(a -> states.put(a.item().id(), a.state()));
    return states;
  }

  private static Map<String, String> without(String title) {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    assertThat(content.remove(title)).isNotNull();
    return content;
  }

  @Test
  void a_whole_account_has_every_item() {
    Map<String, DisclosureItemState> states = states(account(ACCOUNT, PDF, List.of()));
    assertThat(states).hasSize(24);
    assertThat(states.get("form08")).isEqualTo(DisclosureItemState.EMPTY_EXPLAINED);
    assertThat(states.get("form09")).isEqualTo(DisclosureItemState.EMPTY);
    states.remove("form08");
    states.remove("form09");
    assertThat(states.values()).containsOnly(DisclosureItemState.DISCLOSED);
  }

  @Test
  void the_score_is_what_the_page_says_it_is() {
    DisclosureChecklist checklist = DisclosureChecklist.evaluate(account(ACCOUNT, PDF, List.of()));
    assertThat(checklist.disclosedCount()).isEqualTo(23);
    assertThat(checklist.answers()).hasSize(24);
    assertThat(checklist.score()).isEqualTo("95.8");
    DisclosureChecklist copied =
        DisclosureChecklist.evaluate(account(without("机关运行经费"), "text/plain", List.of()));
    assertThat(copied.score()).as("22 of 24, or 23").isEqualTo("91.7–95.8");
  }

  @Test
  void the_name_of_two_items_together_is_that_of_neither() {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    content.put("“三公”经费支出决算情况说明", "“三公”经费决算1.00万元，公务用车购置及运行维护费0万元，公务接待费1.00万元，因公出国费0万元。");
    Map<String, DisclosureItemState> states = states(account(content, PDF, List.of()));
    assertThat(states.get("vehicles")).isEqualTo(DisclosureItemState.DISCLOSED);
    assertThat(states.get("vehicle-purchase")).isEqualTo(DisclosureItemState.NOT_SEEN);
    assertThat(states.get("vehicle-running")).isEqualTo(DisclosureItemState.NOT_SEEN);
  }

  @Test
  void what_is_named_nowhere_in_a_document_read_as_a_whole_was_not_seen() {
    Map<String, String> gone =
        Map.of(
            "主要职能", "duties",
            "机关运行经费", "operating",
            "国有资产占用情况", "state-assets",
            "名词解释", "glossary",
            "收入决算表", "form02");
    gone.forEach(
        (title, item) ->
            assertThat(states(account(without(title), PDF, List.of())).get(item))
                .as(title)
                .isEqualTo(DisclosureItemState.NOT_SEEN));
  }

  @Test
  void what_is_named_somewhere_else_is_not_called_missing() {
    Map<String, String> content = without("机关运行经费");
    content.put("其他", "机关运行经费见附表");
    assertThat(states(account(content, PDF, List.of())).get("operating"))
        .isEqualTo(DisclosureItemState.UNDECIDED);
  }

  @Test
  void nothing_is_called_missing_where_not_all_was_read() {
    Map<String, String> content = without("国有资产占用情况");
    Map<String, String> picture = new LinkedHashMap<>(content);
    picture.put("收入决算表", "");
    List<Disclosure> partly =
        List.of(
            account(content, "text/plain", List.of()),
            account(content, "text/html", List.of()),
            account(content, PDF, List.of("page 3 is damaged and was read in part")),
            account(picture, PDF, List.of()),
            pages(account(content, PDF, List.of()), 9),
            recognized(account(content, PDF, List.of())));
    for (Disclosure disclosure : partly) {
      assertThat(DisclosureChecklist.evaluate(disclosure).documentReadCompletely()).isFalse();
      assertThat(states(disclosure).get("state-assets")).isEqualTo(DisclosureItemState.UNDECIDED);
      assertThat(states(disclosure).values()).doesNotContain(DisclosureItemState.NOT_SEEN);
    }
  }

  private static Disclosure pages(Disclosure of, int pages) {
    return with(of, new SourceDocument("a.pdf", "0".repeat(64), PDF, 1, pages, null));
  }

  private static Disclosure recognized(Disclosure of) {
    SourceDocument.Ocr ocr = new SourceDocument.Ocr("tesseract", 90, 3);
    return with(of, new SourceDocument("a.pdf", "0".repeat(64), PDF, 1, 3, ocr));
  }

  private static Disclosure with(Disclosure of, SourceDocument source) {
    return new Disclosure(
        source,
        of.metadata(),
        of.sections(),
        of.tables(),
        of.indicators(),
        of.figures(),
        of.findings(),
        of.warnings());
  }

  @Test
  void a_form_whose_table_was_not_read_is_neither_empty_nor_missing() {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    content.put("支出决算表", "");
    assertThat(states(account(content, PDF, List.of())).get("form03"))
        .isEqualTo(DisclosureItemState.UNDECIDED);
  }

  @Test
  void a_name_in_a_list_of_names_is_no_amount_of_its_own() {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    content.put("“三公”经费支出决算情况说明", "“三公”经费决算1.00万元。");
    content.put("基本支出", "公用经费14.93万元，主要包括：公务接待费、公务用车运行费、工会经费。");
    assertThat(states(account(content, PDF, List.of())).get("vehicle-running"))
        .isEqualTo(DisclosureItemState.UNDECIDED);
  }

  @Test
  void kinds_without_a_list_have_no_checklist() {
    for (Category category : Category.values()) {
      assertThat(DisclosureItem.requiredOf(category).isEmpty())
          .as(category.label())
          .isEqualTo(!category.label().matches("(部门|单位)(预算|决算)"));
    }
    assertThat(DisclosureItem.requiredOf(null)).isEqualTo(Collections.emptyList());
  }

  @Test
  void the_numbers_of_columns_are_no_values() {
    Disclosure one = account(ACCOUNT, PDF, List.of());
    List<TableData> tables = new ArrayList<>(one.tables());
    TableData empty = tables.removeLast();
    tables.add(
        new TableData(
            empty.sectionPath(),
            empty.title(),
            "万元",
            1,
            List.of("合计", "基本", "项目"),
            List.of(List.of("1", "2", "3")),
            List.of(1)));
    Disclosure numbered =
        new Disclosure(
            one.source(),
            one.metadata(),
            one.sections(),
            tables,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(states(numbered).get("form09")).isEqualTo(DisclosureItemState.EMPTY);
  }

  /** Titles of forms, and the item that each shows; a dash for none. */
  @Test
  void a_form_is_known_by_its_fund_and_the_account_of_its_total() {
    assertThat(itemOfForm("收入支出决算表")).isEqualTo("form01");
    assertThat(itemOfForm("2023年度收入支出决算总表")).isEqualTo("form01");
    assertThat(itemOfForm("收入决算表")).isEqualTo("form02");
    assertThat(itemOfForm("事业收入决算表")).isEqualTo("-");
    assertThat(itemOfForm("部门所属单位支出决算表")).isEqualTo("-");
    assertThat(itemOfForm("财政拨款收入支出决算表")).isEqualTo("form04");
    assertThat(itemOfForm("一般公共预算财政拨款收入支出决算表")).isEqualTo("form05");
    assertThat(itemOfForm("一般公共预算财政拨款支出决算表（公开05表）")).isEqualTo("form05");
    assertThat(itemOfForm("一般公共预算财政拨款项目支出决算表")).isEqualTo("-");
    assertThat(itemOfForm("政府性基金预算财政拨款收入支出决算表")).isEqualTo("form08");
    assertThat(itemOfForm("部门整体支出绩效目标表")).isEqualTo("-");
    assertThat(itemOfForm("部门收支预算总表")).as("a form of budgets").isEqualTo("-");
  }

  private static String itemOfForm(String title) {
    return DisclosureItem.requiredOf(Category.DEPARTMENT_FINAL_ACCOUNTS).stream()
        .filter(item -> item.kind() == DisclosureItem.Kind.FORM && item.isTitleOfForm(title))
        .map(DisclosureItem::id)
        .collect(Collectors.joining(" "))
        .transform(ids -> ids.isEmpty() ? "-" : ids);
  }

  @Test
  void a_whole_of_which_all_parts_are_stated_is_stated() {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    content.put("“三公”经费支出决算情况说明", "“三公”经费决算1.00万元，公务用车购置0万元，公务用车运行费1.00万元。");
    Disclosure read = account(content, PDF, List.of());
    assertThat(states(read).get("vehicles")).isEqualTo(DisclosureItemState.NOT_SEEN);
    List<Fact> parts = List.of(amount("公务用车购置费"), amount("公务用车运行费"));
    assertThat(states(read.withFacts(parts)).get("vehicles"))
        .isEqualTo(DisclosureItemState.DISCLOSED);
    assertThat(states(read.withFacts(parts.subList(0, 1))).get("vehicles"))
        .isEqualTo(DisclosureItemState.NOT_SEEN);
  }

  private static Fact amount(String account) {
    return Fact.amount(account, FactContext.UNKNOWN, BigDecimal.ONE, "1", "元", place("13"));
  }

  private static FactLocation place(String section) {
    return new FactLocation(section, 1, 0, 1, "", null);
  }

  @Test
  void a_change_told_under_another_heading_explains_the_changes() {
    Map<String, String> content = without("收入支出决算总体情况说明");
    content.put("收入决算", "与上年相比，收入合计减少1.00万元，下降1.00%。");
    Disclosure read = account(content, PDF, List.of());
    assertThat(states(read).get("explanation")).isEqualTo(DisclosureItemState.NOT_SEEN);
    Fact change =
        new Fact(
            "本年收入合计",
            FactContext.UNKNOWN,
            Fact.Kind.CHANGE,
            BigDecimal.TEN,
            "10",
            "元",
            new Fact.ReferenceAmount(null, Stage.RESULT, 2023, null),
            false,
            List.of(place("18")));
    assertThat(states(read.withFacts(List.of(change))).get("explanation"))
        .isEqualTo(DisclosureItemState.DISCLOSED);
  }

  /** Sentences of a section on the agency, and the states of duties and organisation. */
  @Test
  void duties_and_organisation_may_be_told_in_a_sentence() {
    Map<String, List<DisclosureItemState>> table =
        Map.of(
            "县检察院依法行使检察权。纳入决算编报范围的单位共1个。",
            List.of(DisclosureItemState.DISCLOSED, DisclosureItemState.DISCLOSED),
            "本中心负责传染病的监测与控制，内设10个科室。",
            List.of(DisclosureItemState.DISCLOSED, DisclosureItemState.DISCLOSED),
            "本校为公办完全中学，在校学生3912人。",
            List.of(DisclosureItemState.UNDECIDED, DisclosureItemState.UNDECIDED));
    table.forEach(
        (text, expected) -> {
          Map<String, String> content = without("主要职能");
          content.remove("机构设置");
          content.put("部门概况", text);
          Map<String, DisclosureItemState> states = states(account(content, PDF, List.of()));
          assertThat(List.of(states.get("duties"), states.get("organisation")))
              .as(text)
              .isEqualTo(expected);
        });
  }

  @Test
  void an_empty_form_read_as_text_is_explained_by_its_remark() {
    Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
    content.put("政府性基金预算财政拨款收入支出决算表", "科目编码 科目名称 本年收入 本年支出 合计 注：本部门没有政府性基金收支，故本表无数据。");
    content.put("国有资本经营预算财政拨款支出决算表", "科目编码 科目名称 合计 12.30 无其他");
    Map<String, DisclosureItemState> states = states(account(content, PDF, List.of()));
    assertThat(states.get("form08")).isEqualTo(DisclosureItemState.EMPTY_EXPLAINED);
    assertThat(states.get("form09")).isEqualTo(DisclosureItemState.UNDECIDED);
  }

  @Test
  void an_empty_form_of_an_annex_is_explained_below_it() {
    for (String note : List.of("说明：本年度没有使用国有资本经营预算安排的支出，故本表无数据。", "注：本表为空表。", "本单位无此项支出。")) {
      Disclosure read = account(ACCOUNT, PDF, List.of());
      List<Section> sections =
          read.sections().stream()
              .map(s -> s.title().startsWith("国有资本经营") ? annexWith(s, note) : s)
              .toList();
      Disclosure annexed =
          new Disclosure(
              read.source(),
              read.metadata(),
              sections,
              read.tables(),
              List.of(),
              List.of(),
              List.of(),
              List.of());
      assertThat(states(annexed).get("form09"))
          .as(note)
          .isEqualTo(DisclosureItemState.EMPTY_EXPLAINED);
    }
  }

  @Test
  void an_empty_form_is_explained_by_a_note_on_several_forms_or_in_the_text() {
    Map<String, DisclosureItemState> table =
        Map.of(
            "本部门无当年国有资本经营预算拨款收支，并已公开空表。", DisclosureItemState.EMPTY_EXPLAINED,
            "注：本单位无政府性基金预算收支，也没有国有资本经营预算支出，故两表均为空表。", DisclosureItemState.EMPTY_EXPLAINED,
            "2024年未安排国有资本经营预算支出，支出0.00万元。", DisclosureItemState.EMPTY_EXPLAINED,
            "国有资本经营预算财政拨款支出0.00万元。", DisclosureItemState.UNDECIDED,
            "国有资本经营预算财政拨款支出12.40万元，无变化。", DisclosureItemState.EMPTY,
            "本部门没有政府性基金预算收支。", DisclosureItemState.EMPTY);
    table.forEach(
        (text, expected) -> {
          Map<String, String> content = new LinkedHashMap<>(ACCOUNT);
          content.put("其他情况说明", text);
          assertThat(states(account(content, PDF, List.of())).get("form09"))
              .as(text)
              .isEqualTo(expected);
        });
  }

  private static Section annexWith(Section form, String note) {
    List<Section.Part> body = new ArrayList<>(form.body());
    body.add(new Section.Paragraph(1, note));
    return new Section(form.path(), "", form.title(), 1, Topic.ANNEX, 1, false, false, body);
  }

  @Test
  void an_empty_form_is_explained_wherever_else_its_title_stands() {
    String title = "政府性基金预算财政拨款收入支出决算表";
    for (boolean before : List.of(true, false)) {
      Map<String, String> content = without(title);
      String explained = "科目编码 科目名称 合计 注：本部门没有政府性基金收支，故本表无数据。";
      content.put(title, before ? explained : "");
      content.put(title + "（公开08表）", before ? "" : explained);
      assertThat(states(account(content, PDF, List.of())).get("form08"))
          .isEqualTo(DisclosureItemState.EMPTY_EXPLAINED);
    }
  }

  @Test
  void a_form_of_budgets_and_final_accounts_may_name_either() {
    DisclosureItem item =
        new DisclosureItem(
            "both",
            DisclosureItem.Applicability.BOTH,
            DisclosureItem.Kind.FORM,
            List.of(),
            List.of(new DisclosureItem.FormOfItem(null, "*")),
            List.of(),
            "收支总表",
            "Total income and expenditure",
            "",
            List.of(),
            List.of(),
            null);
    assertThat(List.of("收入支出决算总表", "部门收支预算总表")).allMatch(item::isTitleOfForm);
  }

  @Test
  void spaces_of_any_kind_are_left_out_before_words_are_looked_for() {
    assertThat(UnspacedSections.removeSpacesAndQuotes("“三公” 经\u3000费\u00a0表\n")).isEqualTo("三公经费表");
  }

  @Test
  void a_table_without_title_may_be_any_form() {
    Map<String, String> content = without("收入决算表");
    content.put("附件", "=");
    Disclosure read = account(content, PDF, List.of());
    assertThat(states(read).get("form02")).isEqualTo(DisclosureItemState.NOT_SEEN);
    List<TableData> tables = new ArrayList<>(read.tables());
    TableData last = tables.removeLast();
    tables.add(
        new TableData(
            last.sectionPath(), "", "万元", 1, last.header(), last.rows(), last.rowPages()));
    assertThat(states(insertTables(read, tables)).get("form02"))
        .isEqualTo(DisclosureItemState.UNDECIDED);
  }

  private static Disclosure insertTables(Disclosure of, List<TableData> tables) {
    return new Disclosure(
        of.source(),
        of.metadata(),
        of.sections(),
        tables,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "按照决算列报口径，我单位不在机关运行经费统计范围之内。|DISCLOSED",
        "我站不属于机关运行经费的统计范围。|DISCLOSED",
        "本单位为事业单位，按照部门决算编报口径不列示机关运行经费。|DISCLOSED",
        "我馆为事业单位，机关运行经费不再单独统计。|DISCLOSED",
        "本站无须填报机关运行经费。|DISCLOSED",
        "本单位为事业单位，机关运行经费不适用。|DISCLOSED",
        "本校未纳入机关运行经费统计范围，特此说明。|DISCLOSED",
        "机关运行经费见附表|UNDECIDED"
      })
  void an_item_that_is_said_not_to_apply_to_the_body_is_disclosed(
      String text, DisclosureItemState state) {
    Map<String, String> content = without("机关运行经费");
    content.put("其他", text);
    assertThat(states(account(content, "text/plain", List.of()))).containsEntry("operating", state);
  }
}
