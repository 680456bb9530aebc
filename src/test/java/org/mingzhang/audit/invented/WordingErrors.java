package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.ofChange;
import static org.mingzhang.audit.invented.PlantedError.ofSentence;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Topic;

/** Errors in the words of final accounts: years, names, what is left of a template. */
final class WordingErrors {
  private static final String[] TEMPLATE_RESIDUES = {
    "（注：不涉及的科目请自行删除）",
    "公务接待费较上年增加/减少0万元。",
    "（请根据实际情况填写）",
    "XX部门2024年度没有其他需要说明的情况。",
    "与上年相比增长（下降）0%。",
    "（项目名称）绩效自评情况良好。"
  };

  private WordingErrors() {}

  static List<PlantedError> all() {
    List<PlantedError> errors = new ArrayList<>();
    for (Genre genre : List.of(Genre.ACCOUNT, Genre.TEXT)) {
      addYearErrors(genre, errors);
      addNameErrors(genre, errors);
      addWordErrors(genre, errors);
    }
    return errors;
  }

  private static PlantedError createSentenceError(
      String rule, Genre genre, Topic topic, String text, String wrong, String right) {
    return ofSentence(
        rule,
        genre,
        p -> p.insertParagraphs(topic, text.replace("@", right)),
        p -> p.insertParagraphs(topic, text.replace("@", wrong)));
  }

  private static void addYearErrors(Genre genre, List<PlantedError> errors) {
    errors.add(
        ofChange(
            "year-end",
            genre,
            p -> p.changeRandomMatch("STATE_ASSETS", "截[至止](2024)年12月31日", (r, all) -> "2022")));
    errors.add(
        ofChange(
                "another-year",
                genre,
                p ->
                    p.changeRandomMatch(
                        ".*", "[与比较](2023)年度?(?:决算数?)?(?:相比|增加|减少)", (r, all) -> "2024"))
            .withOtherRules("year-of-amounts"));
    errors.add(
        ofChange(
            "year-of-amounts",
            genre,
            p ->
                p.changeRandomMatch(
                    "INCOME|EXPENDITURE|PROCUREMENT", "^(2024)年度", (r, all) -> "2022")));
  }

  private static void addNameErrors(Genre genre, List<PlantedError> errors) {
    errors.add(
        ofChange(
            "another-agency",
            genre,
            p -> p.changeRandomMatch(".*", "^(样本市测试区档案局)2024年度", (r, all) -> "样本市另一区教育局")));
    errors.add(
        ofSentence(
            "annex-numbers",
            genre,
            p -> writeAnnex(p, "附件1"),
            p -> writeAnnex(p, "附件" + (2 + p.random().nextInt(4)))));
    errors.add(
        ofChange(
            "provincial-wording",
            genre,
            p -> p.changeRandomMatch("GLOSSARY", "指(本级财政|单位从同级财政部门)", (r, all) -> "省级财政")));
    String item = "卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）：指";
    errors.add(
        createSentenceError(
            "glossary-repeat",
            genre,
            Topic.GLOSSARY,
            item + "基本医疗保险缴费。|" + item + "@。",
            "医疗补助",
            "基本医疗保险缴费"));
  }

  private static void addWordErrors(Genre genre, List<PlantedError> errors) {
    errors.add(
        createSentenceError("staff-numbers", genre, Topic.OVERVIEW, "现有编制@个，实有在职16人。", "14", "18"));
    String changes =
        "财政拨款支出比上年增加@万元，其中：一般公共预算支出比上年减少5.00万元，政府性基金支出比上年增加14.00万元，国有资本经营预算支出比上年增加0万元。";
    errors.add(
        createSentenceError("change-parts", genre, Topic.PERFORMANCE, changes, "19.00", "9.00"));
    errors.add(
        createSentenceError(
            "count-parts", genre, Topic.OVERVIEW, "实有人数@人，其中：在职8人，退休5人。", "15", "13"));
    errors.add(
        createSentenceError(
            "listed-bodies", genre, Topic.OVERVIEW, "内设@个科室：办公室、档案科、业务科。", "4", "3"));
    String funds = "项目计划资金800万元，实际到位720万元，资金到位率@%。";
    errors.add(createSentenceError("funding-rate", genre, Topic.PERFORMANCE, funds, "85", "90"));
    String reason = "会议费支出33.00万元，比上年增加3.00万元，增长10%。@的主要原因是会议变动。";
    errors.add(
        createSentenceError(
            "reason-direction", genre, Topic.OPERATING_EXPENSES, reason, "减少", "增加"));
    String cause = "会议费支出33.00万元，比上年增加3.00万元，增长10%，主要原因是会议次数@。";
    errors.add(
        createSentenceError(
            "reason-against-change", genre, Topic.OPERATING_EXPENSES, cause, "减少", "增加"));
    String fund = "工伤保险基金收入完成380万元，支出完成330万元，当年结余@万元。";
    errors.add(createSentenceError("year-balance", genre, Topic.ANNEX, fund, "60", "50"));
    String revenue = "一般公共预算收入完成864.00万元。其中：税收收入561.60万元，非税收入@万元。";
    errors.add(
        createSentenceError("revenue-kinds", genre, Topic.ANNEX, revenue, "320.40", "302.40"));
    String cars = "公务用车运行维护费支出@万元，公务用车保有量4辆，车均运行维护费2.50万元。";
    errors.add(
        ofSentence(
            "cost-per-vehicle",
            Genre.TEXT,
            p -> p.replaceParagraphs(Topic.THREE_PUBLIC, cars.replace("@", "10.00")),
            p -> p.replaceParagraphs(Topic.THREE_PUBLIC, cars.replace("@", "14.00"))));
    String twice = "会议费支出33.00万元，比上年@3.00万元，增长10%。";
    errors.add(
        createSentenceError("garbled-words", genre, Topic.OPERATING_EXPENSES, twice, "增加增加", "增加"));
    String again = "城乡社区支出（类）城乡社区管理事务（款）城管执法（项）@万元。主要用于执法。年初预算为4.00万元，支出决算为3.25万元。";
    errors.add(
        createSentenceError("item-repeat", genre, Topic.OPERATING_EXPENSES, again, "3.26", "3.25"));
    String guests = "公务用车购置费0万元，购置公务用车@辆。";
    errors.add(
        createSentenceError("three-public-counts", genre, Topic.THREE_PUBLIC, guests, "2", "0"));
    String list = "（1）收集档案。|（2）整理档案。|（3）保管档案。|（4）利用档案。|（@）宣传档案。";
    errors.add(createSentenceError("number-gap", genre, Topic.OVERVIEW, list, "6", "5"));
    errors.add(
        ofSentence(
            "same-change", genre, p -> writeChanges(p, "5.00"), p -> writeChanges(p, "8.00")));
    errors.add(
        ofSentence("heading-points", genre, p -> writePoints(p, 30), p -> writePoints(p, 20)));
    String duty = "负责全区档案的接收、征集、整理、保管和提供利用，组织开展档案宣传教育和人员培训。";
    errors.add(
        createSentenceError(
            "repeated-paragraph", genre, Topic.OVERVIEW, duty + "|@", duty, "承办其他事项。"));
    errors.add(
        createSentenceError(
            "impossible-share", genre, Topic.PERFORMANCE, "项目结余率大于@的原因。", "100%", "10%"));
    errors.add(
        ofSentence(
            "template-residue",
            genre,
            p -> p.insertParagraphs(Topic.OVERVIEW, "没有其他需要说明的情况。"),
            p ->
                p.insertParagraphs(
                    Topic.OVERVIEW,
                    TEMPLATE_RESIDUES[p.random().nextInt(TEMPLATE_RESIDUES.length)])));
    errors.add(
        createSentenceError("unfilled-blank", genre, Topic.ANNEX, "会议费支出决算为@万元。", "    ", "2.00"));
    errors.add(
        ofChange(
            "doubled-marks",
            genre,
            p -> p.changeRandomMatch(".*", "[^。]{4}(。)[^。]", (r, all) -> "。。")));
    errors.add(
        ofSentence(
            "copied-purpose",
            genre,
            p -> writePurposes(p, "职工住房公积金缴存支出"),
            p -> writePurposes(p, "行政单位医疗支出")));
    errors.add(
        ofSentence(
            "no-three-public",
            genre,
            p -> writeNone(p, "“三公”经费见附表。"),
            p -> writeNone(p, "本单位无“三公”经费。")));
  }

  private static String writeChanges(DocumentEditor editor, String second) {
    editor.document().section(Topic.BASIC_EXPENDITURE, "基本支出变动情况", "一般公共预算财政拨款基本支出比上年增加5.00万元。");
    return editor.insertParagraphs(
        Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算财政拨款基本支出比上年增加" + second + "万元。");
  }

  private static String writePoints(DocumentEditor editor, int second) {
    editor
        .document()
        .section(Topic.ANNEX, "产出指标（50分）")
        .subsection(Topic.ANNEX, "数量指标（20分）", "完成任务。")
        .subsection(Topic.ANNEX, "质量指标（" + second + "分）", "质量合格。");
    return "产出指标（50分）";
  }

  private static String writeAnnex(DocumentEditor editor, String heading) {
    String title = "部门整体支出绩效自评表";
    editor
        .document()
        .section(Topic.OTHER, "其他", "报告需要以下附件：", "1、" + title, "2、项目绩效报告")
        .numberedHeading(heading, Topic.ANNEX, title);
    return "";
  }

  private static String writePurposes(DocumentEditor editor, String second) {
    editor.changeRandomMatch("GENERAL_.*", "行政单位医疗（项）([。：]?)", (r, all) -> "。主要用于：行政单位医疗支出。");
    return editor.changeRandomMatch(
        "GENERAL_.*", "住房公积金（项）([。：]?)", (r, all) -> "。主要用于：" + second + "。");
  }

  private static String writeNone(DocumentEditor editor, String words) {
    editor.changeRandomMatch("BASIC_.*", "主要包括：?(办公费)、", (r, all) -> "办公费、公务接待费");
    return editor.insertParagraphs(Topic.BASIC_EXPENDITURE, words);
  }
}
