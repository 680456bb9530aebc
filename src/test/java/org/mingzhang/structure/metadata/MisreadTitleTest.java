package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests when the file name replaces a title that recognition misread. */
class MisreadTitleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "湖北省武汉1汉阳勾审计局2024年上久门决算 | 湖北省武汉市汉阳区审计局2024年度部门决算.ofd | 湖北省武汉市汉阳区审计局",
        "湖北省武汉市汉阳区审计局2024年度部门决算 | 湖北省武汉市汉阳区审计局2024年度部门决算.ofd | 湖北省武汉市汉阳区审计局",
        "湖北省武汉市汉阳区审计局2024年度部门决算 | 湖北省武汉市武昌区统计局2024年度部门决算.pdf | 湖北省武汉市汉阳区审计局",
        "湖北省武汉1汉阳勾审计局2024年度部门决算 | scan0001.pdf | 湖北省武汉1汉阳勾审计局",
      })
  void the_file_name_wins_over_a_title_that_was_misread_in_its_place(
      String title, String file, String agency) {
    assertThat(Documents.readScan(file, title).agency()).isEqualTo(agency);
  }

  @Test
  void the_region_is_that_of_the_file_name_and_a_title_with_a_text_layer_stays() {
    String file = "湖北省武汉市汉阳区审计局2024年度部门决算.ofd";
    String title = "湖北省武汉1汉阳勾审计局2024年度部门决算";
    assertThat(Documents.values(Documents.readScan(file, title)))
        .isEqualTo(List.of("湖北省武汉市汉阳区审计局", "湖北省/武汉市/汉阳区", "2024", "部门决算"));
    assertThat(Documents.read(file, title).agency()).isEqualTo("湖北省武汉1汉阳勾审计局");
  }
}
