package org.mingzhang.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places and agencies without documents that queries name. */
class MissingPublisherTest {
  private static final AgencyDirectory DIRECTORY =
      new AgencyDirectory(
          List.of(
              KnownAgency.of(List.of("湖北省", "武汉市", "武昌区"), "武昌区教育局"),
              KnownAgency.of(List.of("示例省", "样本市", "东岸区"), "样本市东岸区总工会")));

  @ParameterizedTest
  @CsvSource({
    "武昌区卫健委, 武昌区, 卫健委, true",
    "东岸区教育局, 东岸区, 教育局, true",
    "青山区, 青山区, '', false",
    "青山区教育局, 青山区, 教育局, false",
    "卫健委, '', 卫健委, false",
  })
  void nothing_is_kept_of(String typed, String place, String agency, boolean placeHasDocuments) {
    assertThat(MissingPublisher.find(typed, () -> DIRECTORY))
        .hasValue(new MissingPublisher(place, agency, placeHasDocuments));
  }

  @ParameterizedTest
  @ValueSource(strings = {"武昌区教育局", "教育局", "武昌区", "样本市", "三公经费", "", "abc", "教育局 三公", "公务接待费"})
  void something_is_kept_of_or_nobody_is_named(String typed) {
    assertThat(MissingPublisher.find(typed, () -> DIRECTORY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"三公经费下降", "公务接待费 2023", "abc"})
  void agencies_are_not_read_for_what_is_no_name(String typed) {
    assertThat(
            MissingPublisher.find(
                typed,
                () -> {
                  throw new AssertionError("asked for agencies");
                }))
        .isEmpty();
  }
}
