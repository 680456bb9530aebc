package org.mingzhang.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Stage;

/** Numeric questions in many wordings, and queries that are ordinary searches. */
class QuestionParserTest {
  private static final int NOW = 2025;

  private static final AgencyDirectory DIRECTORY =
      new AgencyDirectory(
          List.of(
              agency("湖北省/武汉市/汉阳区", "武汉市汉阳区总工会"),
              agency("湖北省/武汉市", "武汉市总工会"),
              agency("湖北省/武汉市/武昌区", "武昌区教育局"),
              agency("湖北省/武汉市/武昌区", "武汉市武昌区卫生健康局"),
              agency("湖北省/武汉市/汉阳区", "武汉市汉阳区教育局"),
              agency("湖北省/武汉市/汉阳区", "汉阳区发展和改革局"),
              agency("湖北省/武汉市/汉阳区", "汉阳区残疾人联合会"),
              agency("样本省/样本市/东岸区", "样本市东岸区文化和旅游局"),
              agency("", "江浦区商务局"),
              agency("", "江浦区政府采购中心")));

  private static KnownAgency agency(String region, String name) {
    return KnownAgency.of(region.isEmpty() ? List.of() : List.of(region.split("/")), name);
  }

  private static Optional<NumericQuestion> read(String typed) {
    return QuestionParser.standard().read(typed, NOW, () -> DIRECTORY);
  }

  @ParameterizedTest
  @CsvSource({
    "法院三公经费, 三公经费|清河县人民法院+样本市东岸区人民法院||none|list",
    "各地法院2024年三公经费, 三公经费|清河县人民法院+样本市东岸区人民法院|2024|none|list",
    "检察院公务用车保有量, 公务用车保有量|清河县人民检察院||none|list",
    "医院事业收入, 事业收入|样本市第二人民医院+清河县中医院||none|list",
    "清河县法院三公经费, 三公经费|清河县人民法院||none|one",
    "清河县中医院2023年花了多少钱, 支出总计|清河县中医院|2023|none|one",
    "清河县法院三公经费花了多少钱, 三公经费|清河县人民法院||none|one",
    "清河县中医院一共花了多少钱, 支出总计|清河县中医院||none|one",
    "清河县检察院有多少辆公务车, 公务用车保有量|清河县人民检察院||none|one",
    "清河县检察院2024年有几辆公车, 公务用车保有量|清河县人民检察院|2024|none|one",
    "清河县法院公务用车数量, 公务用车保有量|清河县人民法院||none|one"
  })
  void kinds_of_bodies_numbers_of_cars_and_all_expenditure_are_asked_for(
      String typed, String expected) {
    AgencyDirectory directory =
        new AgencyDirectory(
            Stream.of("清河县人民法院", "样本市东岸区人民法院", "清河县人民检察院", "样本市第二人民医院", "清河县中医院")
                .map(name -> agency("", name))
                .toList());
    assertThat(
            QuestionParser.standard()
                .read(typed, NOW, () -> directory)
                .map(question -> told(question)))
        .contains(expected);
  }

  private static String told(NumericQuestion question) {
    return question.account().account().name()
        + "|"
        + question.subject().agencies().stream()
            .map(KnownAgency::name)
            .collect(Collectors.joining("+"))
        + "|"
        + question.years().stream().map(String::valueOf).collect(Collectors.joining("+"))
        + "|"
        + question.operator().id()
        + (question.subject().isList() ? "|list" : "|one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "汉阳区总工会去年三公经费是多少 > 三公经费|武汉市汉阳区总工会|2024|none|one",
        "武昌区教育局2022年公务接待费 > 公务接待费|武昌区教育局|2022|none|one",
        "武昌区教育局2024至2022年公务接待费 > 公务接待费|武昌区教育局|2022+2023+2024|none|one",
        "武昌区教育局 2022 公务接待费 > 公务接待费|武昌区教育局|2022|none|one",
        "公务接待费 武昌区教育局 2022年度 > 公务接待费|武昌区教育局|2022|none|one",
        "公务接待费 教育局 武昌区 2022 > 公务接待费|武昌区教育局|2022|none|one",
        "2022年武汉市武昌区教育局的公务接待费是多少？ > 公务接待费|武昌区教育局|2022|none|one",
        "湖北省武汉市武昌区教育局公务接待费 > 公务接待费|武昌区教育局||none|one",
        "请问武昌教育局22年招待费花了多少钱 > 公务接待费|武昌区教育局|2022|none|one",
        "武昌区卫健局二〇二三年培训费 > 培训费|武汉市武昌区卫生健康局|2023|none|one",
        "汉阳区发改局前年会议费有多少 > 会议费|汉阳区发展和改革局|2023|none|one",
        "汉阳残联2024年机关运行经费 > 机关运行经费|汉阳区残疾人联合会|2024|none|one",
        "武汉市总工会2023年三公 > 三公经费|武汉市总工会|2023|none|one",
        "武汉市总工会2023年“三公”经费 > 三公经费|武汉市总工会|2023|none|one",
        "武漢市總工會2023年三公經費 > 三公经费|武汉市总工会|2023|none|one",
        "东岸区文旅局2023年基本支出 > 基本支出|样本市东岸区文化和旅游局|2023|none|one",
        "江浦区商务局2025年部门预算项目支出 > 项目支出|江浦区商务局|2025|none|one",
        "江浦区政府采购中心2024年三公经费 > 三公经费|江浦区政府采购中心|2024|none|one",
        "汉阳区总工会2022年到2024年三公经费 > 三公经费|武汉市汉阳区总工会|2022+2023+2024|none|one",
        "汉阳区总工会2023-2024年三公经费变化 > 三公经费|武汉市汉阳区总工会|2023+2024|change|one",
        "汉阳区总工会近三年三公经费 > 三公经费|武汉市汉阳区总工会||none|one",
        "汉阳区总工会三公经费2024年比2023年增加了多少 > 三公经费|武汉市汉阳区总工会|2023+2024|rise|one",
        "汉阳区总工会公车费用今年下降了吗 > 公务用车购置及运行费|武汉市汉阳区总工会|2025|fall|one",
        "汉阳区总工会2024年出国费 > 因公出国(境)费|武汉市汉阳区总工会|2024|none|one",
        "总工会2024年三公经费 > 三公经费|武汉市汉阳区总工会+武汉市总工会|2024|none|list",
        "汉阳区2024年三公经费 > 三公经费|武汉市汉阳区总工会+武汉市汉阳区教育局+汉阳区发展和改革局+汉阳区残疾人联合会|2024|none|list",
        "武昌区哪些单位2024年公务接待费最多 > 公务接待费|武昌区教育局+武汉市武昌区卫生健康局|2024|most|list",
        "武汉市各区教育局2024年培训费 > 培训费|武昌区教育局+武汉市汉阳区教育局|2024|none|list",
        "武昌区三公经费下降的单位 > 三公经费|武昌区教育局+武汉市武昌区卫生健康局||fall|list",
        "武昌区三公经费最少的部门 > 三公经费|武昌区教育局+武汉市武昌区卫生健康局||least|list",
        "which departments of 武昌区 spent most on receptions in 2024 > 公务接待费|武昌区教育局+武汉市武昌区卫生健康局|2024|most|list",
        "official reception 武昌区教育局 2022 > 公务接待费|武昌区教育局|2022|none|one",
        "how much did 武昌区教育局 spend on official reception in 2022? > 公务接待费|武昌区教育局|2022|none|one",
        "武昌区各部门2025年支出总计 > 支出总计|武昌区教育局+武汉市武昌区卫生健康局|2025|none|list",
        "2025年武昌区各部门支出总计 > 支出总计|武昌区教育局+武汉市武昌区卫生健康局|2025|none|list",
        "武昌区所有单位支出总计2025年 > 支出总计|武昌区教育局+武汉市武昌区卫生健康局|2025|none|list",
        "2025年武昌区的部门收入总计 > 收入总计|武昌区教育局+武汉市武昌区卫生健康局|2025|none|list",
        "2025年武昌区教育局部门支出总计 > 支出总计|武昌区教育局|2025|none|one",
        "武昌区教育局2024年收入 > 收入总计|武昌区教育局|2024|none|one",
        "武昌区教育局2024年支出是多少 > 支出总计|武昌区教育局|2024|none|one",
        "武昌区教育局2024年开支 > 支出总计|武昌区教育局|2024|none|one",
        "2024年武昌区教育局三公经费支出多少 > 三公经费|武昌区教育局|2024|none|one",
        "青山区教育局2023年三公经费 > 三公经费||2023|none|one",
        "黄石市2023年三公经费 > 三公经费||2023|none|one",
      })
  void a_question_is_read(String typed, String expected) {
    assertThat(read(typed).map(QuestionParserTest::told)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "哪些区三公经费上涨",
        "三公经费排名",
        "2024年三公经费前三名",
        "三公经费上涨的区",
        "哪些单位2024年公务接待费增加最多",
        "各部门2023年会议费",
        "which districts three public rose"
      })
  void a_list_of_all_is_asked_for(String typed) {
    NumericQuestion question = read(typed).orElseThrow();
    assertThat(question.subject().isList()).isTrue();
    assertThat(question.subject().askedName()).isEmpty();
    assertThat(question.subject().agencies()).hasSize(DIRECTORY.all().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "三公经费",
        "公务接待费 2023",
        "2023年公务接待费",
        "“公务接待费”",
        "武昌区教育局",
        "武昌区教育局2022年",
        "武昌区教育局2022年部门决算",
        "三公经费下降的原因",
        "武昌区教育局2022年三公经费下降的原因",
        "武昌区教育局2022年三公经费公开说明",
        "武昌区教育局 \"公务接待费\" 2022",
        "agency:教育局 公务接待费",
        "武昌区教育局 AND 公务接待费",
        "武昌区教育局 -公务接待费",
        "公务接*费 武昌区教育局",
        "amount:>100万 公务接待费",
        "公务接待费支出决算为0万元，完成全年预算的0%",
        "2024年度“三公”经费财政拨款支出决算数",
        "关于武昌区教育局2022年三公经费的说明",
        "哪些单位有公务接待费",
        "为什么汉阳区总工会三公经费上涨",
        "残疾人就业保障金 汉阳区",
        "武昌区教育局支出结构",
        "武昌区教育局收入的来源",
        "武昌区教育局教师收入",
        "汉阳区总工会2024年公务接待批次人均标准",
        "国内公务接待费是指按规定开支的各类公务接待支出",
        "三公经费 公务接待费",
        "三公经费 教育",
        "武昌区教育局2022年公务接待费和教师工资",
        "",
        "？"
      })
  void other_searches_are_no_questions(String typed) {
    assertThat(read(typed).map(QuestionParserTest::told)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"公务接待费", "三公经费 2023年", "武昌区教育局2022年", "工资福利支出增长"})
  void agencies_are_not_read_for_searches_without_account_or_without_more(String typed) {
    assertThat(
            QuestionParser.standard()
                .read(
                    typed,
                    NOW,
                    () -> {
                      throw new AssertionError("asked for agencies");
                    }))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "江浦区委社会工作部 > 中共样本市江浦区委社会工作部",
        "样本市江浦区委社会工作部 > 中共样本市江浦区委社会工作部",
        "中共样本市江浦区委社会工作部 > 中共样本市江浦区委社会工作部",
        "中国共产党江浦区委员会社会工作部 > 中共样本市江浦区委社会工作部",
        "江浦社会工作部 > 中共样本市江浦区委社会工作部",
        "社会工作部 > 中共样本市江浦区委社会工作部",
        "江浦区委社工部 > 中共样本市江浦区委社会工作部",
        "江浦区委办 > 中共样本市江浦区委员会办公室",
        "江浦区政府办 > 样本市江浦区人民政府办公室",
        "江浦区纪委监委 > 中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会",
        "江浦区纪委 > 中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会",
        "中共江浦区纪律检查委员会 > 中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会",
        "江浦区监察委员会 > 中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会",
        "江浦区法院 > 样本市江浦区人民法院",
        "江浦区人民法院 > 样本市江浦区人民法院",
        "江浦区人大 > 样本市江浦区人大常委会办公室",
        "江浦区人民代表大会常务委员会办公室 > 样本市江浦区人大常委会办公室",
        "江浦区政协 > 中国人民政治协商会议样本市江浦区委员会",
        "政协江浦区委员会 > 中国人民政治协商会议样本市江浦区委员会",
        "江浦团委 > 共青团样本市江浦区委员会",
        "共青团江浦区委 > 共青团样本市江浦区委员会",
        "东桥街道 > 样本市江浦区东桥街道办事处",
        "江浦区东桥街道办 > 样本市江浦区东桥街道办事处",
        "西桥乡 > 样本市江浦区西桥乡人民政府",
        "江浦区西桥乡政府 > 样本市江浦区西桥乡人民政府",
        "和平区教育局 > 和平区教育局",
        "江浦区法院和和平区教育局 > 样本市江浦区人民法院+和平区教育局",
        "江浦区纪委、样本市江浦区政协与和平区教育局 > 中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会+中国人民政治协商会议样本市江浦区委员会+和平区教育局",
      })
  void organs_are_known_by_their_short_names(String typed, String expected) {
    List<KnownAgency> agencies =
        Stream.of(
                "中共样本市江浦区委社会工作部",
                "中共样本市江浦区委员会办公室",
                "样本市江浦区人民政府办公室",
                "中共样本市江浦区纪律检查委员会、样本市江浦区监察委员会",
                "样本市江浦区人民法院",
                "样本市江浦区人大常委会办公室",
                "中国人民政治协商会议样本市江浦区委员会",
                "共青团样本市江浦区委员会",
                "样本市江浦区东桥街道办事处",
                "样本市江浦区西桥乡人民政府",
                "和平区教育局")
            .map(name -> agency(name.startsWith("和平") ? "样本省/样本市/和平区" : "样本省/样本市/江浦区", name))
            .toList();
    Optional<NumericQuestion> question =
        QuestionParser.standard()
            .read(typed + "2024年三公经费", NOW, () -> new AgencyDirectory(agencies));
    assertThat(question.map(asked -> told(asked).split("\\|", -1)[1])).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "三公经费超过100万的单位 > above 1000000 10",
        "哪些单位接待费超过10万元 > above 100000 10",
        "机关运行经费1,200.5万元以上的单位 > from 12005000 10",
        "2023年三公经费不到5万的单位 > below 50000 10",
        "哪些单位会议费不超过3000元 > upto 3000 10",
        "三公经费过百万的单位 > none",
        "三公经费超过百万的单位 > above 1000000 10",
        "三公经费高于20的教育局 > above 200000 2",
        "汉阳区项目支出超过1亿元的单位 > above 100000000 4",
      })
  void values_above_or_below_a_limit_are_asked_for(String typed, String expected) {
    NumericQuestion question = read(typed).orElse(null);
    AmountLimit limit = question == null ? null : question.limit();
    assertThat(
            question == null || limit == null
                ? "none"
                : (limit.lower() != null
                        ? limit.includesEnds() ? "from" : "above"
                        : limit.includesEnds() ? "upto" : "below")
                    + " "
                    + Stream.of(
                            Optional.ofNullable(limit.lower()), Optional.ofNullable(limit.upper()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow()
                        .toBigInteger()
                    + " "
                    + question.subject().agencies().size())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "哪些部门项目支出下降超过一半 > fall beyond.above 50",
        "项目支出下降超过50%的单位 > fall beyond.above 50",
        "项目支出减少一半以上的部门 > fall from.above 50",
        "三公经费降幅超过三成的单位 > fall beyond.above 30",
        "哪些单位会议费减少了百分之四十以上 > fall from.above 40",
        "培训费增长一倍以上的单位 > rise from.above 100",
        "培训费翻番的单位 > rise from.above 100",
        "哪些单位项目支出腰斩 > fall from.above 50",
        "公务接待费增幅不到10%的部门 > rise beyond.below 10",
        "项目支出下降30%的单位 > fall from.above 30",
        "三公经费超过50%的单位 > none",
        "三公经费下降超过五万元的单位 > fall beyond.above 50000"
      })
  void changes_beyond_a_percentage_are_asked_for(String typed, String expected) {
    assertThat(
            read(typed)
                .map(
                    q -> {
                      AmountLimit limit = Objects.requireNonNull(q.limit());
                      String end = text(limit.lower() == null ? limit.upper() : limit.lower());
                      return q.operator().id() + " " + limit.id() + " " + end;
                    })
                .orElse("none"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "2022年三公经费超过五万元的单位 > beyond.above 50000",
        "哪个单位会议费超一万 > beyond.above 10000",
        "项目支出二百三十万以上的单位 > from.above 2300000",
        "上千万的项目支出 > from.above 10000000",
        "三公经费不到一千二百元的单位 > beyond.below 1200",
        "2023年项目支出在100万到500万之间的单位 > between 1000000 5000000",
        "政府采购30到80万的单位 > between 300000 800000",
        "接待费介于两万与三万五千元之间的单位 > none",
        "公务接待费5万以上10万以下的单位 > between 50000 100000",
        "哪些单位没有公务接待 > zero 0",
        "三公经费零支出的单位 > zero 0",
        "会议费为0的单位 > zero 0",
        "有没有单位买了公务车 > any 0",
        "有没有哪个部门出国花了钱 > none",
        "三公经费超过二三十万的单位 > none",
        "哪些单位没有公开三公经费 > none",
        "三公经费前3到5名 > none",
      })
  void ranges_in_words_and_digits_are_asked_for(String typed, String expected) {
    AmountLimit limit = read(typed).map(NumericQuestion::limit).orElse(null);
    assertThat(
            limit == null
                ? "none"
                : Stream.of(limit.id(), text(limit.lower()), text(limit.upper()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  private static String text(@Nullable BigDecimal end) {
    return end == null ? "" : end.toPlainString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "公务用车超过10辆的单位 > 公务用车保有量 10",
        "公务用车保有量不到3辆的单位 > 公务用车保有量 3",
        "公务接待超过五百人次的单位 > 国内公务接待人次 500",
        "公务接待20批次以下的单位 > 国内公务接待批次 20",
        "三公经费超过10辆的单位 > -",
      })
  void a_number_of_things_is_asked_of_the_account_that_counts_them(String typed, String expected) {
    assertThat(
            read(typed)
                .map(
                    q -> {
                      AmountLimit limit = Objects.requireNonNull(q.limit());
                      return q.account().account().name()
                          + " "
                          + text(limit.lower())
                          + text(limit.upper());
                    })
                .orElse("-"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "自评得分最高的单位 > 自评得分 null most",
        "武昌区教育局自评多少分 > 自评得分 null none",
        "在职人员最多的单位 > 在职人员数 null most",
        "武昌区教育局有多少编制 > 人员编制数 null none",
        "武昌区教育局2025年预算多少钱 > 支出总计 BUDGET none",
        "2025年预算谁最多 > 支出总计 BUDGET most",
        "武昌区教育局2024年决算是多少 > 支出总计 RESULT none",
        "会议费2025年预算最多的单位 > 会议费 BUDGET most",
        "武昌区教育局开会花了多少钱 > 会议费 null none",
        "武昌区教育局买车花了多少钱 > 公务用车购置费 null none",
        "接待人次最多的单位 > 国内公务接待人次 null most",
        "武昌区教育局结余多少 > 年末结转和结余 null none",
        "武昌区财政收入 > 一般公共预算收入 null none",
        "各单位2024年差旅费排名 > 差旅费 null most",
        "武昌区教育局劳务费 > 劳务费 null none",
        "武昌区教育局三公经费比去年多了还是少了 > 三公经费 null change",
        "三公经费比去年多的单位 > 三公经费 null rise",
        "会议费比去年减少的单位 > 会议费 null fall",
      })
  void everyday_words_name_accounts_stages_and_changes(String typed, String expected) {
    assertThat(read(typed))
        .hasValueSatisfying(
            q -> {
              assertThat(
                      q.account().account().name()
                          + " "
                          + q.account().stage()
                          + " "
                          + q.operator().id())
                  .isEqualTo(expected);
              assertThat(q.years()).isSubsetOf(2024, 2025);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"武昌区教育局食堂开会", "武昌区教育局团建社", "汉阳区总工会职工之家部"})
  void a_known_body_with_other_words_behind_it_is_not_called_unknown(String typed) {
    assertThat(read(typed + "花了多少钱")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"汉阳区联合会三公经费", "江浦区采购中心三公经费", "东岸区旅游局会议费"})
  void a_name_of_which_a_known_one_has_all_characters_is_asked_about(String typed) {
    assertThat(read(typed))
        .hasValueSatisfying(
            question -> {
              assertThat(question.subject().agencies()).isEmpty();
              assertThat(question.subject().similarAgencies()).hasSize(1);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"江浦区审计局三公经费", "云台县教育局2024年公务接待费", "江浦区二中会议费"})
  void a_body_without_documents_is_unknown_also_where_no_gazetteer_has_its_place(String typed) {
    assertThat(read(typed))
        .hasValueSatisfying(
            question -> assertThat(question.subject().isWithoutDocuments()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "2024年谁的公务接待费降得最多,FALL",
    "三公经费降得最多的单位,FALL",
    "谁的三公经费涨得最多,RISE",
    "哪个单位会议费涨得最快,RISE",
    "公务接待费减得最厉害的部门,FALL",
    "谁花的会议费最多,MOST",
    "会议费最高的市,MOST"
  })
  void spoken_words_for_changes_and_order_are_understood(String typed, QuestionOperator operator) {
    assertThat(read(typed).map(NumericQuestion::operator)).hasValue(operator);
    assertThat(read(typed).map(q -> q.subject().isList())).hasValue(true);
  }

  @Test
  void a_place_with_one_wrong_character_is_asked_about_and_not_answered() {
    for (String typed : List.of("汉杨区教育局三公经费", "2023年汉羊区教育局会议费", "冬岸区文化和旅游局三公经费")) {
      assertThat(read(typed))
          .as(typed)
          .hasValueSatisfying(
              question -> {
                assertThat(question.subject().agencies()).isEmpty();
                assertThat(question.subject().similarAgencies()).hasSize(1);
              });
    }
    // a place that exists, or another body, is not taken for a slip
    assertThat(read("汉川市教育局三公经费").map(q -> q.subject().similarAgencies())).hasValue(List.of());
    assertThat(read("汉杨区水利局三公经费").stream().flatMap(q -> q.subject().similarAgencies().stream()))
        .isEmpty();
  }

  @Test
  void the_stage_and_fund_of_a_question_are_kept() {
    assertThat(read("武昌区教育局2022年公务接待费预算").orElseThrow().account().stage()).isEqualTo(Stage.BUDGET);
    assertThat(read("武昌区教育局2022年决算公务接待费").orElseThrow().account().stage()).isEqualTo(Stage.RESULT);
    assertThat(read("武昌区教育局2022年一般公共预算财政拨款基本支出").orElseThrow().account().fund()).isNotNull();
    assertThat(read("汉阳区总工会近三年三公经费").orElseThrow().latestYearCount()).isEqualTo(3);
  }

  @Test
  void a_name_that_may_be_two_agencies_is_nobody() {
    AgencyDirectory two =
        new AgencyDirectory(List.of(agency("", "江浦区文化和旅游局"), agency("", "江浦区文化和体育局")));
    assertThat(two.find("江浦区文局", false).agencies()).isEmpty();
    assertThat(two.find("江浦区文旅局", false).agencies()).hasSize(1);
  }
}
