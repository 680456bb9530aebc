package org.mingzhang.fact.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;

/** Funds that a note below a table gives to accounts of it. */
class FundNotesTest {
  private static final String TITLE = "样本县司法局2023年度“三公”经费、会议费、培训费支出决算表";

  /** Funds of 公务接待费, 会议费 and 培训费 by the note below their table. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "注：会议费、培训费为全口径。|财政拨款|全口径|全口径",
        "注：1.“三公”经费为一般公共预算财政拨款口径；2.会议费为全口径|一般公共预算|全口径|财政拨款",
        "说明：会议费和培训费均按财政专户资金口径填列|财政拨款|财政专户|财政专户",
        "注：“三公”经费支出采用一般公共预算口径，培训费为全口径|一般公共预算|财政拨款|全口径",
        "注：本表以万元为单位，按部门口径填报|财政拨款|财政拨款|财政拨款",
        "注：会议费比上年为低，口径不变|财政拨款|财政拨款|财政拨款",
        "注：本表“三公”经费含财政拨款以外资金安排的支出。|全口径|财政拨款|财政拨款",
        "注：三公经费包括财政拨款之外的其他资金|全口径|财政拨款|财政拨款",
        "说明：上述支出均由事业收入安排|单位资金|单位资金|单位资金"
      })
  void a_note_gives_the_fund_of_the_accounts_that_it_names(
      String note, String reception, String meetings, String training) {
    assertThat(funds(note, null)).containsExactly(reception, meetings, training);
  }

  @Test
  void a_note_may_be_a_row_of_the_table() {
    List<Section.Part> body =
        List.of(
            new Section.TablePart(
                1,
                0,
                new TableBlock(
                    1,
                    1,
                    1,
                    List.of(new TableBlock.Cell(0, 0, 1, 1, "注：培训费为全口径")),
                    List.of(),
                    false),
                List.of(1)));
    assertThat(funds(body)).containsExactly("财政拨款", "财政拨款", "全口径");
  }

  @ParameterizedTest
  @CsvSource({"会议费为全口径, 财政拨款", "培训费为全口径, 财政拨款"})
  void a_note_below_the_next_table_is_not_about_this_one(String note, String fund) {
    assertThat(funds("", note)).containsExactly(fund, fund, fund);
  }

  private static List<String> funds(String note, @Nullable String noteOfNextTable) {
    TableBlock grid = new TableBlock(1, 0, 2, List.of(), List.of(), false);
    List<Section.Part> body = new ArrayList<>();
    body.add(new Section.TablePart(1, 0, grid, List.of()));
    body.add(new Section.Paragraph(1, note));
    if (noteOfNextTable != null) {
      body.add(new Section.TablePart(1, -1, grid, List.of()));
      body.add(new Section.Paragraph(1, noteOfNextTable));
    }
    return funds(body);
  }

  private static List<String> funds(List<Section.Part> body) {
    TableData table =
        new TableData(
            "1",
            TITLE,
            "万元",
            1,
            List.of("项目", "决算数"),
            List.of(List.of("公务接待费", "6.10"), List.of("会议费", "7.20"), List.of("培训费", "8.30")),
            List.of(1, 1, 1));
    Disclosure disclosure =
        new Disclosure(
            new SourceDocument("table", "0", "text/plain", 0, 1, null),
            new DocumentMetadata(
                null,
                false,
                "样本县司法局",
                null,
                2023,
                Category.DEPARTMENT_FINAL_ACCOUNTS,
                null,
                List.of()),
            List.of(new Section("1", "", TITLE, 1, Topic.OTHER, 1, false, false, body)),
            List.of(table),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return DocumentTableFactReader.read(disclosure, new DocumentPerimeter(null, false, List.of()))
        .stream()
        .map(FundNotesTest::fundOf)
        .toList();
  }

  private static String fundOf(Fact fact) {
    return fact.context().fund() == null ? "-" : fact.context().fund().label();
  }
}
