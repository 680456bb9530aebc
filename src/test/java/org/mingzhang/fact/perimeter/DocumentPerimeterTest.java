package org.mingzhang.fact.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class DocumentPerimeterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "部门决算 | 样本局部门决算由本级决算和3个下属单位决算组成。 | 部门 | false",
        "部门决算 | 样本局下属二级预算单位0个，其中行政单位0个。 | 部门 | true",
        "部门预算 | 样本局部门预算包括局本部以及下属1家事业单位。下属事业单位样本中心不单列预算，并入本部。 | 部门 | true",
        "部门预算 | 样本局下属2家事业单位。1.样本中心，不单列预算。2.样本馆，独立编制预算。 | 部门 | false",
        "部门预算 | 样本局下属2家事业单位。1.样本中心，不单列预算。2.样本馆，不单独编制预算。 | 部门 | true",
        "部门预算 | 样本局下属十一家事业单位。样本中心不单列预算，样本馆不单列预算。 | 部门 | false",
        "部门预算 | 样本局下属12345678901家事业单位。样本中心不单列预算。 | 部门 | false",
        "部门预算 | 样本局下属两家事业单位。1.样本中心，不单列预算。2.样本馆，不单独编制预算。 | 部门 | true",
        "部门决算 | 从单位构成看，样本县总工会部门决算由局本级决算组成。 | 部门 | true",
        "单位决算 | 由样本局本级决算和1个下属单位决算组成。 | - | false",
        "单位预算 | 样本中心设5个内设机构。 | 单位 | false",
        "政府预算 | 全县共有20个部门。 | - | false",
        "部门整体支出绩效自评 | 样本局无下属单位。 | 部门 | true"
      })
  void perimeterOfADocument(String category, String overview, String perimeter, boolean alike) {
    DocumentPerimeter read =
        DocumentPerimeter.determine(
            disclosure(Category.ofLabel(category).orElseThrow(), null, overview));
    assertThat(read.perimeter() == null ? null : read.perimeter().label()).isEqualTo(perimeter);
    assertThat(read.amountsAreEqualWithAndWithoutUnits()).isEqualTo(alike);
    assertThat(read.evidence()).allMatch(e -> overview.contains(e.quote()));
  }

  @ParameterizedTest
  @CsvSource({
    "样本医院2023年度单位整体支出绩效自评报告, 单位",
    "样本市图书馆2022年单位整体绩效自评报告, 单位",
    "2024年样本学校单位预算整体支出绩效自评, 单位",
    "样本局2023年度部门整体支出绩效自评报告, 部门",
    "样本局2023年度部门（单位）整体支出绩效自评表, 部门",
    "样本局2023年度部门单位整体支出绩效自评, 部门",
    "样本局2023年部门/单位整体支出绩效自评, 部门"
  })
  void perimeterOfAnEvaluationByItsTitle(String title, String perimeter) {
    DocumentPerimeter read =
        DocumentPerimeter.determine(
            disclosure(Category.DEPARTMENT_SELF_EVALUATION, title, "设5个内设机构。"));
    assertThat(read.perimeter()).extracting(Perimeter::label).isEqualTo(perimeter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "编制部门：样本县水利局    单位：万元 | 样本县水利局 | false",
        "部门：样本县水利局本级 | 样本县水利局 | true",
        "公开部门名称：样本县河道管理所（本级） | 样本县河道管理所 | true",
        "金额单位：万元 | - | false",
        "单位：万元 | - | false",
        "编制单位:样本市样本区人民政府办公室 单位:元 | 样本市样本区人民政府办公室 | false",
        "2025年部门收支总表 | - | false"
      })
  void labelOfATable(String line, String name, boolean ownLevel) {
    assertThat(EntityLabel.find(line).map(EntityLabel::name).orElse(null)).isEqualTo(name);
    assertThat(EntityLabel.find(line).map(EntityLabel::isOwnLevel).orElse(false))
        .isEqualTo(ownLevel);
  }

  private static Disclosure disclosure(Category category, @Nullable String title, String overview) {
    Section section =
        new Section(
            "1.2",
            "二、",
            "机构设置",
            2,
            Topic.OVERVIEW,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, overview)));
    return new Disclosure(
        new SourceDocument("text", "0", "text/plain", 0, 1, null),
        new DocumentMetadata(title, false, "样本局", null, 2024, category, null, List.of()),
        List.of(section),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
